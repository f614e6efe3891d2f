using System.Globalization;
using System.Text.RegularExpressions;

namespace Pupitre.Deliverables.Fec;

/// <summary>The name of an accounting file: <c>SirenFECAAAAMMJJ</c>, perhaps <c>_1</c>, any extension.</summary>
/// <remarks>Source: LPF art. A47 A-1, VIII, and rule TCD-01.</remarks>
/// <param name="Prefix">What stands before FEC; the SIREN, by the law.</param>
/// <param name="DateText">The eight digits of the closing.</param>
/// <param name="PartNumber">The number of a part, when the name bears one.</param>
public sealed partial record FecName(string Prefix, string DateText, int? PartNumber)
{
    /// <summary>The closing; null when the digits are no day of the calendar.</summary>
    public DateOnly? Closing =>
        DateOnly.TryParseExact(DateText, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>The year of the closing.</summary>
    public int Year => int.Parse(DateText.AsSpan(0, 4), CultureInfo.InvariantCulture);

    /// <summary>Whether the tax office's tool reads a file of this name: something stands before FEC.</summary>
    public bool IsOfficial => Prefix.Length > 0;

    /// <summary>The SIREN; null when what stands before FEC is not nine digits.</summary>
    public string? Siren => Kernel.Siren.IsWellFormed(Prefix) ? Prefix : null;

    /// <summary>Reads a name, with or without a folder; null when it is not of this form.</summary>
    public static FecName? Parse(string name)
    {
        var match = Pattern().Match(Path.GetFileName(name.Replace('\\', '/')).ToUpperInvariant());
        return match.Success
            ? new(match.Groups["prefix"].Value, match.Groups["date"].Value, int.TryParse(match.Groups["part"].ValueSpan, CultureInfo.InvariantCulture, out var part) ? part : null)
            : null;
    }

    [GeneratedRegex(@"^(?<prefix>.*)FEC(?<date>20[0-9]{2}[01][0-9][0-3][0-9])(?:_(?<part>[0-9]{1,4})(?![0-9]))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
