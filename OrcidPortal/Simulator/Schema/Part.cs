using System.Xml.Linq;

namespace OrcidPortal.Simulator.Schema;

/// <summary>A part of what an element holds, and how often it may stand there.</summary>
internal abstract record Part(int Min, int Max)
{
    public const int Unbounded = int.MaxValue;

    /// <summary>The elements with which this part can begin.</summary>
    public abstract IEnumerable<XName> First { get; }
}

/// <summary>An element.</summary>
internal sealed record One(XName Name, Content Content, int Min = 1, int Max = 1) : Part(Min, Max)
{
    public override IEnumerable<XName> First => [Name];
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
}

/// <summary>One of several parts.</summary>
internal sealed record Either(IReadOnlyList<Part> Parts, int Min = 1, int Max = 1) : Part(Min, Max)
{
    public override IEnumerable<XName> First => Parts.SelectMany(p => p.First);
}
