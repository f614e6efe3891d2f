using System.Text;
using System.Text.Unicode;

namespace Pupitre.Deliverables.Fec;

/// <summary>Proves the character set and the line ends over the whole file.</summary>
internal sealed class FormatProof
{
    private long _firstAboveAscii;
    private long _firstInvalid;
    private bool _hasWindowsSigns;
    private bool _hasCrLf;
    private bool _hasCr;
    private bool _hasLf;

    /// <summary>Physical lines seen.</summary>
    public long Lines { get; private set; }

    public bool HasByteOrderMark { get; set; }

    public FecCharset Charset => _firstInvalid > 0 ? FecCharset.Iso885915 : _firstAboveAscii > 0 || HasByteOrderMark ? FecCharset.Utf8 : FecCharset.Ascii;

    public long? FirstProofLine => (_firstInvalid > 0 ? _firstInvalid : _firstAboveAscii) is var line and > 0 ? line : null;

    public FecLineEnd LineEnd => LineEndOf(_hasCrLf, _hasCr, _hasLf);

    public static FecLineEnd LineEndOf(bool hasCrLf, bool hasCr, bool hasLf) => (hasCrLf, hasCr, hasLf) switch
    {
        (true, false, false) => FecLineEnd.CrLf,
        (false, true, false) => FecLineEnd.Cr,
        (false, false, _) => FecLineEnd.Lf,
        _ => FecLineEnd.Mixed,
    };

    public FecFormat Format(FecHeader? header)
    {
        FecSeparator? separator = header?.Separator switch
        {
            null => null,
            (byte)'|' => FecSeparator.Bar,
            (byte)',' => FecSeparator.Comma,
            (byte)';' => FecSeparator.Semicolon,
            _ => FecSeparator.Tab,
        };
        return new(separator, Charset, HasByteOrderMark, LineEnd, header?.Regime ?? FecRegime.Commercial, FirstProofLine, _hasWindowsSigns);
    }

    public void SeeLine(ReadOnlySpan<byte> line)
    {
        Lines++;
        if (_hasWindowsSigns || Ascii.IsValid(line))
        {
            return;
        }

        if (_firstInvalid == 0)
        {
            _firstAboveAscii = _firstAboveAscii == 0 ? Lines : _firstAboveAscii;
            _firstInvalid = Utf8.IsValid(line) ? 0 : Lines;
        }

        // No letter of ISO 8859-15 lies there, and the euro, œ and the apostrophe of Windows do.
        _hasWindowsSigns = _firstInvalid > 0 && line.ContainsAnyInRange((byte)0x80, (byte)0x9F);
    }

    public void SeeEnd(byte end, bool isPair)
    {
        _hasCrLf |= isPair;
        _hasCr |= !isPair && end == (byte)'\r';
        _hasLf |= end == (byte)'\n';
    }
}
