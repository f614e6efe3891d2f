using System.Text.RegularExpressions;

namespace Pupitre.Gathering.Privacy;

/// <summary>
/// What a module keeps about a person. Whoever owns the data finds it, hands it out and erases it, so that none is forgotten and nobody
/// else has to know where it lies.
/// </summary>
public interface IPersonalData
{
    /// <summary>Place among what is found, the smallest first; erased in that order, the person's own row last.</summary>
    int Order { get; }

    /// <summary>Everything that names the person, with what erasing would do to it: one query.</summary>
    Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token);

    /// <summary>Erases what <see cref="FindAsync"/> said would be erased, in the transaction of the caller.</summary>
    Task EraseAsync(Whom whom, CancellationToken token);
}

/// <summary>Things of one kind in which a person was found.</summary>
/// <param name="What">The kind, in the reader's language and in the plural.</param>
/// <param name="Kept">Why they stay, in the reader's language; null when they are erased.</param>
/// <param name="Content">What they say, one by one, as it is handed out to the person.</param>
public sealed record PersonalPiece(string What, IReadOnlyList<object> Content, string? Kept = null)
{
    public int Count => Content.Count;

    public bool IsErased => Kept is null;
}

/// <summary>
/// Who is looked for: the row, and what they are called elsewhere. Texts are compared here and not in a query: databases fold no accented capitals.
/// </summary>
public sealed record Whom(Guid PersonId, string Name, string? Email, Guid? AccountId)
{
    private const int MatchTimeoutMs = 10_000;

    /// <summary>Fewest characters of a name that is looked for in texts: a shorter one is a part of too many words.</summary>
    private const int MinNameLength = 4;

    private readonly Regex? _name = Name.Length < MinNameLength ? null : Alone(@"(?<![\p{L}\p{N}])", Name, @"(?![\p{L}\p{N}])");

    // "lea@x.fr" is neither in "clea@x.fr" nor in "lea@x.fr.example": these are other people's.
    private readonly Regex? _email = Email is null ? null : Alone(@"(?<![\p{L}\p{N}._%+-])", Email, @"(?![\p{L}\p{N}-]|\.[\p{L}\p{N}])");

    /// <summary>Whether a text is their name and nothing else.</summary>
    public bool IsCalled(string? text) => text is not null && text.Trim().Equals(Name.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text names them: the whole name as a word of its own, or the address.</summary>
    public bool IsIn(string? text) => text is not null && (_email?.IsMatch(text) == true || _name?.IsMatch(text) == true);

    private static Regex Alone(string before, string words, string after) =>
        new(before + Regex.Escape(words) + after, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(MatchTimeoutMs));
}
