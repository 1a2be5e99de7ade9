using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace OrcidPortal.Data;

/// <summary>Compares immutable values by their own equality, so that a column changes when its content does and needs no copy to notice.</summary>
internal sealed class ByContent<T>() : ValueComparer<T>((a, b) => object.Equals(a, b), value => value.GetHashCode(), value => value)
    where T : class;
