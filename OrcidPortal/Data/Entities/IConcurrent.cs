namespace OrcidPortal.Data.Entities;

/// <summary>A row that two writers must not overwrite unseen: the context raises <see cref="Revision"/> at each update.</summary>
public interface IConcurrent
{
    int Revision { get; set; }
}
