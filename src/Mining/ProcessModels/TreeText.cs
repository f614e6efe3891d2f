using System.Text;

namespace Pupitre.Mining;

/// <summary>Reads a tree from its text.</summary>
internal sealed class TreeText(string text)
{
    private static readonly (string Sign, TreeOperator Operator)[] Signs =
        [("->", TreeOperator.Sequence), ("X", TreeOperator.Choice), ("+", TreeOperator.Parallel), ("*", TreeOperator.Loop)];

    private int _at;

    /// <exception cref="FormatException">It is no tree.</exception>
    public ProcessTree Read()
    {
        var tree = ReadTree(depth: 0);
        SkipSpace();
        return _at == text.Length ? tree : throw Unexpected();
    }

    private ProcessTree ReadTree(int depth)
    {
        SkipSpace();
        if (depth > InductiveMiner.MostDepth * 2)
        {
            throw Unexpected();
        }

        if (Takes("tau"))
        {
            return ProcessTree.Silent;
        }

        if (Takes("'"))
        {
            return ProcessTree.Of(ReadName());
        }

        var (sign, kind) = Array.Find(Signs, candidate => text.AsSpan(_at).StartsWith(candidate.Sign));
        if (sign is null)
        {
            throw Unexpected();
        }

        _at += sign.Length;
        Expect("(");
        var parts = new List<ProcessTree>();
        do
        {
            parts.Add(ReadTree(depth + 1));
            SkipSpace();
        }
        while (Takes(","));
        Expect(")");
        return kind == TreeOperator.Loop && parts.Count < 2 ? throw Unexpected() : ProcessTree.Of(kind, [.. parts]);
    }

    private string ReadName()
    {
        var name = new StringBuilder();
        for (; _at < text.Length; _at++)
        {
            if (text[_at] == '\'')
            {
                _at++;
                return name.ToString();
            }

            _at += text[_at] == '\\' && text.AsSpan(_at + 1).StartsWith("'") ? 1 : 0;
            name.Append(text[_at]);
        }

        throw Unexpected();
    }

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }

    private void Expect(string sign)
    {
        SkipSpace();
        if (!Takes(sign))
        {
            throw Unexpected();
        }
    }

    private bool Takes(string sign)
    {
        var isThere = text.AsSpan(_at).StartsWith(sign);
        _at += isThere ? sign.Length : 0;
        return isThere;
    }

    private FormatException Unexpected() => new(FormattableString.Invariant($"No process tree: unexpected text at character {_at + 1}."));
}
