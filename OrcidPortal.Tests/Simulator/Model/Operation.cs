namespace OrcidPortal.Tests.Simulator.Model;

/// <summary>Something that is done to a record. Items are named by their place among those that are there.</summary>
internal abstract record Operation
{
    /// <summary>The place of an item that is not there.</summary>
    public const int Nowhere = 19;

    internal sealed record Add(string Source, ModelContent Content) : Operation;

    internal sealed record AddBulk(string Source, ModelContent[] Contents) : Operation
    {
        public override string ToString() => $"AddBulk {Source} {string.Join("; ", Contents.Select(c => c.ToString()))}";
    }

    /// <summary>Without content: what is there already. With visibility: said along.</summary>
    internal sealed record Update(string Source, int Place, ModelContent? Content, string? Visibility) : Operation;

    internal sealed record Remove(string Source, int Place) : Operation;

    internal sealed record AddByHand(ModelContent Content, string Visibility) : Operation;

    internal sealed record RemoveByHand(int Place) : Operation;

    internal sealed record Show(int Place, string Visibility) : Operation;

    internal sealed record ShowNew(string Visibility) : Operation;
}
