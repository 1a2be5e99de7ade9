using System.Xml.Linq;

namespace OrcidPortal.Simulator.Schema;

/// <summary>A part of what an element holds, and how often it may stand there.</summary>
internal abstract record Part(int Min, int Max)
{
    public const int Unbounded = int.MaxValue;

    /// <summary>The elements with which this part can begin.</summary>
    public abstract IEnumerable<XName> First { get; }

    /// <summary>Every element of this part, in order.</summary>
    public abstract IEnumerable<One> All { get; }
}

/// <summary>An element.</summary>
internal sealed record One(XName Name, Content Content, int Min = 1, int Max = 1) : Part(Min, Max)
{
    /// <summary>Whether it stands in JSON, too.</summary>
    public bool IsInJson { get; init; } = true;

    /// <summary>Whether the registry keeps it: dates, source and normalised values are its own, whatever a client says.</summary>
    public bool IsKept { get; init; } = true;

    /// <summary>Whether JSON has an empty list where there is none, and not null.</summary>
    public bool IsNeverNull { get; init; }

    public override IEnumerable<XName> First => [Name];
    public override IEnumerable<One> All => [this];
}

/// <summary>Parts one after the other.</summary>
internal sealed record Row(IReadOnlyList<Part> Parts, int Min = 1, int Max = 1) : Part(Min, Max)
{
    public override IEnumerable<XName> First
    {
        get
        {
            foreach (var part in Parts)
            {
                foreach (var name in part.First) yield return name;
                if (part.Min > 0) yield break;
            }
        }
    }

    public override IEnumerable<One> All => Parts.SelectMany(p => p.All).DistinctBy(p => p.Name);
}

/// <summary>One of several parts.</summary>
internal sealed record Either(IReadOnlyList<Part> Parts, int Min = 1, int Max = 1) : Part(Min, Max)
{
    public override IEnumerable<XName> First => Parts.SelectMany(p => p.First);
    public override IEnumerable<One> All => Parts.SelectMany(p => p.All);
}
