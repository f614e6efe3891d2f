using System.Collections.Immutable;
using System.Text;

namespace Pupitre.Mining;

/// <summary>How the parts of a <see cref="ProcessTree"/> go together.</summary>
public enum TreeOperator
{
    /// <summary>An activity, or a silent step: no parts.</summary>
    Leaf,

    /// <summary>One after the other, <c>-&gt;</c>.</summary>
    Sequence,

    /// <summary>Exactly one of them, <c>X</c>.</summary>
    Choice,

    /// <summary>All of them, in any interleaving, <c>+</c>.</summary>
    Parallel,

    /// <summary>The first, then any number of times one of the others and the first again, <c>*</c>.</summary>
    Loop,
}

/// <summary>
/// A process in blocks (Leemans, Fahland and van der Aalst, 2013): sound by construction. Written
/// <c>-&gt;('a', X('b', tau), +('c', 'd'), *('e', 'f'))</c>; a quote in a name is written <c>\'</c>.
/// </summary>
/// <remarks>Immutable; compared by what it says. Sequence, choice and parallel have one part or more, a loop two or more.</remarks>
public sealed class ProcessTree : IEquatable<ProcessTree>
{
    private ProcessTree(TreeOperator kind, string? activity, ImmutableArray<ProcessTree> parts) => (Operator, Activity, Parts) = (kind, activity, parts);

    /// <summary>A silent step, <c>tau</c>.</summary>
    public static ProcessTree Silent { get; } = new(TreeOperator.Leaf, null, []);

    public TreeOperator Operator { get; }

    /// <summary>The activity of a leaf; null for a silent step and for everything that has parts.</summary>
    public string? Activity { get; }

    public ImmutableArray<ProcessTree> Parts { get; }

    public bool IsSilent => Operator == TreeOperator.Leaf && Activity is null;

    public static ProcessTree Of(string activity) => new(TreeOperator.Leaf, activity, []);

    /// <exception cref="ArgumentException">A leaf was asked for, or there are too few parts.</exception>
    public static ProcessTree Of(TreeOperator kind, params ImmutableArray<ProcessTree> parts) =>
        kind != TreeOperator.Leaf && parts.Length >= (kind == TreeOperator.Loop ? 2 : 1)
            ? new(kind, null, parts)
            : throw new ArgumentException("A leaf has no parts, a loop two or more, every other operator one or more.", nameof(parts));

    /// <summary>Reads what <see cref="ToString"/> writes; white space between its parts is free.</summary>
    /// <exception cref="FormatException">It is no tree; the message says at which character.</exception>
    public static ProcessTree Parse(string text) => new TreeText(text).Read();

    public bool Equals(ProcessTree? other) => other is not null && other.Operator == Operator && other.Activity == Activity && other.Parts.SequenceEqual(Parts);

    public override bool Equals(object? obj) => Equals(obj as ProcessTree);

    public override int GetHashCode() => Parts.Aggregate(HashCode.Combine(Operator, Activity), HashCode.Combine);

    public override string ToString()
    {
        var text = new StringBuilder();
        WriteTo(text);
        return text.ToString();
    }

    private void WriteTo(StringBuilder text)
    {
        if (Operator == TreeOperator.Leaf)
        {
            text.Append(Activity is null ? "tau" : "'" + Activity.Replace("'", "\\'", StringComparison.Ordinal) + "'");
            return;
        }

        text.Append(Operator switch { TreeOperator.Sequence => "->", TreeOperator.Choice => "X", TreeOperator.Parallel => "+", _ => "*" }).Append('(');
        for (var i = 0; i < Parts.Length; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Parts[i].WriteTo(text);
        }

        text.Append(')');
    }
}
