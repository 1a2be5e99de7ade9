using OrcidPortal.Data.Entities;

namespace OrcidPortal.Mapping;

/// <summary>Turns our fields of a work into the message for ORCID, and says what stands against sending it. Pure; never throws.</summary>
public static class WorkMapper
{
    /// <summary>Maps one work.</summary>
    public static MappedWork Map(WorkFields fields, MappingContext context) => throw new NotImplementedException();
}
