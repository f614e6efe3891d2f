namespace Pupitre.Deliverables.Fec;

/// <summary>How the fields of an accounting file are told apart.</summary>
public enum FecSeparator
{
    /// <summary>A tabulation.</summary>
    Tab,

    /// <summary>A vertical bar.</summary>
    Bar,

    /// <summary>Elements of XML.</summary>
    Xml,

    /// <summary>A comma: in files that close before 2013.</summary>
    Comma,

    /// <summary>A semicolon: in files that close before 2013.</summary>
    Semicolon,
}

/// <summary>The character sets that the tax office accepts.</summary>
public enum FecCharset
{
    /// <summary>No byte above 127: also valid in the two others.</summary>
    Ascii,

    /// <summary>Every byte above 127 belongs to a valid UTF-8 sequence, over the whole file.</summary>
    Utf8,

    /// <summary>At least one byte that UTF-8 does not allow.</summary>
    Iso885915,
}

/// <summary>How the lines end.</summary>
public enum FecLineEnd
{
    /// <summary>A line feed; also said of a file without any line end.</summary>
    Lf,

    /// <summary>A carriage return and a line feed.</summary>
    CrLf,

    /// <summary>A carriage return.</summary>
    Cr,

    /// <summary>Several of them in one file.</summary>
    Mixed,
}

/// <summary>Which columns the law asks for. Guessed from those that are there: the file does not say it.</summary>
public enum FecRegime
{
    /// <summary>Commercial accounts (industrial and commercial profits, corporation tax): 18 columns.</summary>
    Commercial,

    /// <summary>Farming on a cash basis: 21 columns.</summary>
    FarmCash,

    /// <summary>Professions on a cash basis: 22 columns.</summary>
    ProfessionCash,
}

/// <summary>The form of a file, read from its bytes.</summary>
/// <param name="Separator">Null when the file is refused for want of one.</param>
/// <param name="Charset">Proved over the whole file, not guessed from its beginning.</param>
/// <param name="HasByteOrderMark">Whether it begins with the mark of UTF-8.</param>
/// <param name="LineEnd">Over the whole file.</param>
/// <param name="Regime">Guessed from the columns.</param>
/// <param name="FirstProofLine">
/// The physical line that decides between UTF-8 and ISO 8859-15: that of the first invalid sequence, else of the first byte above 127; null for ASCII.
/// </param>
/// <param name="HasWindowsSigns">Whether it is no UTF-8 and holds bytes that only Windows-1252 has a sign for: its texts are then read as that.</param>
public sealed record FecFormat(
    FecSeparator? Separator,
    FecCharset Charset,
    bool HasByteOrderMark,
    FecLineEnd LineEnd,
    FecRegime Regime,
    long? FirstProofLine,
    bool HasWindowsSigns = false);
