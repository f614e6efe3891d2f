using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>Holds the children of one element against its sequence in the schema.</summary>
internal sealed class XmlSequence(ImmutableArray<XmlParticle> particles, Action<string, string> error)
{
    private readonly int[] _counts = new int[particles.Length];
    private int _at;
    private string? _side;

    /// <summary>Whether the line is written as Montant and Sens.</summary>
    public bool HasDirection => _side == "Montant";

    private bool IsSideComplete => _side is not null && (!HasDirection || _counts[^1] > 0);

    /// <summary>The place of a child, or null for one that the schema does not know here.</summary>
    public XmlParticle? See(string name)
    {
        if (IsSideComplete)
        {
            return XmlParticle.Free;
        }

        var at = 0;
        while (at < particles.Length && !particles[at].Names.Contains(name))
        {
            at++;
        }

        if (at == particles.Length)
        {
            error("XmlUnknown", name);
            return null;
        }

        if (at < _at)
        {
            error("XmlOrder", name);
        }
        else if (++_counts[at] > particles[at].Most)
        {
            error("XmlTwice", name);
        }

        Pass(at);
        _side = particles[at].IsSide ? name : _side;
        return particles[at];
    }

    public void End()
    {
        Pass(particles.Length);
        if (_side is not null && !IsSideComplete)
        {
            error("XmlSides", "ligne");
        }
    }

    private void Pass(int to)
    {
        for (; _at < to; _at++)
        {
            if (_counts[_at] < particles[_at].Least)
            {
                error(particles[_at].IsSide ? "XmlSides" : "XmlMissing", particles[_at].IsSide ? "ligne" : particles[_at].Names[0]);
            }
        }
    }
}
