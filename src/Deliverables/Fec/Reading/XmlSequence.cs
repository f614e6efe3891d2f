using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>Holds the children of one element against its sequence in the schema.</summary>
internal sealed class XmlSequence(ImmutableArray<XmlParticle> particles, Action<string, string> error)
{
    private readonly int[] _counts = new int[particles.Length];
    private int _at;

    /// <summary>The place of a child, or null for one that the schema does not know here.</summary>
    public XmlParticle? See(string name)
    {
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
        return particles[at];
    }

    public bool Has(string name) => particles.Select((particle, at) => particle.Names[0] == name && _counts[at] > 0).Any(has => has);

    public void End() => Pass(particles.Length);

    private void Pass(int to)
    {
        for (; _at < to; _at++)
        {
            if (_counts[_at] < particles[_at].Least)
            {
                error("XmlMissing", particles[_at].Names[0]);
            }
        }
    }
}
