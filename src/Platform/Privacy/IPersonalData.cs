using System.Text.RegularExpressions;

namespace Pupitre.Platform.Privacy;

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

/// <summary>Who is looked for: the row, and what they are called elsewhere.</summary>
public sealed record Whom(Guid PersonId, string Name, string? Email, Guid? AccountId)
{
    private const int MatchTimeoutMs = 1000;

    /// <summary>Fewest characters of a name that is looked for in texts: a shorter one is a part of too many words.</summary>
    private const int MinNameLength = 4;

    /// <summary>A sign that no text here holds. Not U+0000, which PostgreSQL takes in no text, asked for or kept.</summary>
    private const string Nothing = "\u0001";

    private readonly Regex? _name = Name.Length < MinNameLength ? null
        : new(@"(?<![\p{L}\p{N}])" + Regex.Escape(Name) + @"(?![\p{L}\p{N}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(MatchTimeoutMs));

    /// <summary>What stands in a column when the person is named there; who is not to be looked for is found nowhere.</summary>
    public string LikeName => Name.Length < MinNameLength ? Nothing : Name;

    public string LikeEmail => Email ?? Nothing;

    /// <summary>Whether a text names them: the whole name as a word of its own, or the address.</summary>
    public bool IsIn(string? text) => text is not null && ((Email is not null && text.Contains(Email, StringComparison.OrdinalIgnoreCase)) || _name?.IsMatch(text) == true);
}
