using System.Globalization;
using NodaTime;
using Pupitre.Evidence;
using Pupitre.Evidence.Files;
using Pupitre.Recognition.Contents;

namespace Pupitre.Intake.Tray;

/// <summary>Which of the received files are wanted, as the address says it. What the address says badly filters nothing.</summary>
internal sealed record FileFilter
{
    /// <summary>Files that an address can name one by one.</summary>
    public const int MaxNamed = 40;

    /// <summary>Keys of the address that say which files are listed, and in which order.</summary>
    public static readonly string[] Keys = ["q", "show", "kind", "came", "about", "provider", "since", "until", "also", "sort", "page"];

    private const int MaxWords = 8;

    /// <summary>Folded words, each of which has to be found.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Where they stand; <see cref="FileState.Dismissed"/> stands for all that was put aside, refused or withdrawn.</summary>
    public FileState? State { get; init; }

    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>First day of the month in which they came.</summary>
    public DateOnly? Came { get; init; }

    /// <summary>First day of the month that they are about.</summary>
    public DateOnly? About { get; init; }

    public Guid? ProviderId { get; init; }

    /// <summary>What came with one drop: between two instants.</summary>
    public (Instant Since, Instant Until)? Drop { get; init; }

    /// <summary>Files named one by one: shown with the drop, or alone.</summary>
    public IReadOnlyList<Guid> Also { get; init; } = [];

    public string? Sort { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>Whether anything but the state narrows the list.</summary>
    public bool IsNarrowed => Words.Count > 0 || Kinds.Count > 0 || Came is not null || About is not null || ProviderId is not null || IsOfDrop;

    /// <summary>Whether it lists what was just dropped, or chosen.</summary>
    public bool IsOfDrop => Drop is not null || Also.Count > 0;

    public static IReadOnlyList<string> WordsOf(string? text) => [.. Folded.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaxWords)];

    public static FileState? StateOf(string? text) => Enum.TryParse<FileState>(text, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;

    /// <summary>The kinds that people call by one word: a mail is a mail, whoever wrote its format.</summary>
    public static IReadOnlyList<string> KindsOf(string? text) => RecognisedKind.All.FirstOrDefault(known => known.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } kind
        ? [.. RecognisedKind.All.Where(other => EvidenceWords.Of(other) == EvidenceWords.Of(kind))]
        : [];

    public static DateOnly? MonthOf(string? text) => DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is > 1 and < 9999 ? first : null;

    public static (Instant Since, Instant Until)? DropOf(long? since, long? until) => since is { } from && until is { } to && IsTime(from) && IsTime(to)
        ? (Instant.FromUnixTimeMilliseconds(from), Instant.FromUnixTimeMilliseconds(to))
        : null;

    public static IReadOnlyList<Guid> NamedIn(string? text) => [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Take(MaxNamed).Where(part => Guid.TryParse(part, out _)).Select(Guid.Parse).Distinct()];

    // The years that a database keeps.
    private static bool IsTime(long milliseconds) => milliseconds is >= 0 and < 32_503_680_000_000;
}
