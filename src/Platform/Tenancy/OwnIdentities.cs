using Pupitre.Kernel;

namespace Pupitre.Platform.Tenancy;

/// <summary>
/// Under what a company appears on papers: its SIREN (and with it every SIRET), its name, and what it bore before. Says whether the
/// subject of a paper is this company.
/// </summary>
public sealed class OwnIdentities
{
    /// <summary>Longest name that can be added.</summary>
    public const int MaxLength = Company.MaxNameLength;

    private readonly List<string> _numbers;
    private readonly List<List<string>> _names;

    public OwnIdentities(Company company)
    {
        Added = Parse(company.Identities);
        _numbers = [.. Added.Where(IsNumber).Append(company.Siren).OfType<string>()];
        _names = [.. Added.Where(line => !IsNumber(line)).Append(company.Name).Select(Words).Where(words => words.Count > 0)];
    }

    /// <summary>What was added to the company's own SIREN and name: numbers of nine digits, and names.</summary>
    public IReadOnlyList<string> Added { get; }

    /// <summary>Whether any SIREN is known to hold a number against.</summary>
    public bool HasNumber => _numbers.Count > 0;

    /// <param name="number">SIREN or SIRET read as the subject's, or null.</param>
    /// <param name="name">Name read as the subject's, or null.</param>
    public IdentityAnswer Compare(string? number, string? name)
    {
        if (SirenOf(number) is { } siren && HasNumber)
        {
            return _numbers.Contains(siren) ? IdentityAnswer.Ours : IdentityAnswer.Other;
        }

        if (string.IsNullOrWhiteSpace(name) || Words(name) is not { Count: > 0 } words)
        {
            return SirenOf(number) is null ? IdentityAnswer.Unread : IdentityAnswer.NothingToCompare;
        }

        return _names.Exists(own => IsSame(own, words)) ? IdentityAnswer.Ours
            : SirenOf(number) is null ? IdentityAnswer.Other
            : IdentityAnswer.NothingToCompare;
    }

    /// <summary>The SIREN that a SIREN or SIRET holds, or null.</summary>
    public static string? SirenOf(string? number) =>
        Siren.Normalize(number) is { Length: >= Siren.Length } digits && Siren.IsWellFormed(digits[..Siren.Length]) ? digits[..Siren.Length] : null;

    internal static IReadOnlyList<string> Parse(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal static bool IsNumber(string line) => Siren.IsWellFormed(line);

    // A name may be read with the address that follows it in its line; any other word more or less is another company of the same family.
    private static bool IsSame(List<string> own, List<string> read) =>
        own.ToHashSet(StringComparer.Ordinal).SetEquals(read)
        || (read.Count > own.Count && own.SequenceEqual(read.Take(own.Count)) && (char.IsAsciiDigit(read[own.Count][0]) || _streets.Contains(read[own.Count])));

    // A name is written with or without its legal form, in any order of words: only what distinguishes it counts.
    private static List<string> Words(string name) =>
    [
        .. string.Concat(name.Replace(".", "", StringComparison.Ordinal).Folded().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !_legalForms.Contains(word)),
    ];

    private static readonly HashSet<string> _streets = new(StringComparer.Ordinal)
        { "rue", "avenue", "av", "boulevard", "bd", "place", "chemin", "route", "impasse", "allee", "quai", "zone", "za", "zi", "zac", "bp", "cs", "cedex", "siren", "siret", "rcs", "adresse" };

    private static readonly HashSet<string> _legalForms = new(StringComparer.Ordinal)
    {
        "sa", "sas", "sasu", "sarl", "eurl", "sci", "snc", "scop", "scic", "scp", "selarl", "selas", "ei", "eirl", "gie", "association", "societe", "ste", "ets",
        "etablissement", "etablissements", "entreprise", "cie", "et", "de", "des", "du", "la", "le", "les", "l", "d", "au", "capital", "monsieur", "madame", "m", "mme",
    };
}

/// <summary>Whether a paper is about this company.</summary>
public enum IdentityAnswer
{
    /// <summary>No subject could be read on it.</summary>
    Unread,

    /// <summary>A number was read, and the company has not said its own.</summary>
    NothingToCompare,

    /// <summary>It is about this company.</summary>
    Ours,

    /// <summary>It is about another one.</summary>
    Other,
}
