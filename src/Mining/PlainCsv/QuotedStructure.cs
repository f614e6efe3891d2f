namespace Pupitre.Mining;

/// <summary>
/// Finds the separators and line ends of a text of whole rows that stand outside quotes (RFC 4180): a quote opens only at the beginning of a
/// field, two within are one, and what follows the closing one is plain.
/// </summary>
internal ref struct QuotedStructure(ReadOnlySpan<byte> text, byte separator)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _at;

    /// <summary>The text ended inside quotes.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The place of the next separator or line end; false when there is none.</summary>
    public bool Next(out int place)
    {
        place = -1;
        if (_at < _text.Length && _text[_at] == '"' && !SkipQuoted())
        {
            IsOpen = true;
            return false;
        }

        var found = _text[_at..].IndexOfAny(separator, (byte)'\n', (byte)'\r');
        if (found < 0)
        {
            _at = _text.Length;
            return false;
        }

        place = _at + found;
        _at = place + 1;
        return true;
    }

    private bool SkipQuoted()
    {
        _at++;
        while (true)
        {
            var found = _text[_at..].IndexOf((byte)'"');
            if (found < 0)
            {
                return false;
            }

            _at += found + 1;
            if (_at >= _text.Length || _text[_at] != '"')
            {
                return true;
            }

            _at++;
        }
    }
}
