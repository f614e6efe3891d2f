using Pupitre.Kernel;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;

namespace Pupitre.ContractLife.Clauses;

/// <summary>Clauses in words: what they are called, why they matter, where that is written, and how they stand.</summary>
internal static class ClauseWords
{
    private const char Between = ' ';

    public static IReadOnlyList<Choice> States =>
        [.. Enum.GetValues<ClauseState>().Select(state => new Choice(state.ToString(), Of(state)))];

    public static IReadOnlyList<Choice> Topics => [.. ClauseTopics.All.Select(topic => new Choice(topic.ToString(), Of(topic)))];

    public static IReadOnlyList<Choice> Shows =>
    [
        new(ClauseFilter.Gaps, Texts.Clause_ShowGaps),
        new(ClauseFilter.Unread, Texts.Clause_ShowUnread),
        new(ClauseFilter.Complete, Texts.Clause_ShowComplete),
    ];

    public static string Of(ClauseState state) => state switch
    {
        ClauseState.Present => Texts.Clause_Present,
        ClauseState.Partial => Texts.Clause_Partial,
        ClauseState.Absent => Texts.Clause_Absent,
        ClauseState.NotApplicable => Texts.Clause_NotApplicable,
        _ => Texts.Clause_NotLooked,
    };

    public static Badge.BadgeTone ToneOf(ClauseState state) => state switch
    {
        ClauseState.Present => Badge.BadgeTone.Met,
        ClauseState.Partial => Badge.BadgeTone.Risk,
        ClauseState.Absent => Badge.BadgeTone.Late,
        _ => Badge.BadgeTone.Soft,
    };

    public static string Of(ClauseTopic topic) => ClauseSayings.Of(topic).Name;

    /// <summary>Why one wants it, with where the law says so.</summary>
    public static string WhyWithSource(ClauseTopic topic) =>
        ClauseSayings.Of(topic) is { Law: { } law } said ? Texts.Clause_WhySource.With(said.Why, law) : ClauseSayings.Of(topic).Why;

    /// <summary>How a contract stands, in a sentence.</summary>
    public static string Answer(ClauseLine line) => line.CheckedAt is null
        ? Texts.Clause_AnswerNobody
        : Texts.Clause_Answer.With(
            ClauseTopics.Count, line.Count(ClauseState.Present), line.Count(ClauseState.Partial), line.Count(ClauseState.Absent),
            line.Count(ClauseState.NotLooked));

    /// <summary>How all contracts stand, in a sentence.</summary>
    public static string Answer(IReadOnlyList<ClauseLine> all)
    {
        var read = all.Count(line => line.CheckedAt is not null);
        return all.Count == 0 ? Texts.Clause_AnswerNoContract
            : read == 0 ? Texts.Clause_AnswerNoneRead.With(all.Count)
            : Texts.Clause_AnswerAll.With(read, all.Count, all.Sum(line => line.Gaps.Count), all.Count(line => line.Gaps.Count > 0));
    }

    /// <summary>Names of clauses, one after the other; a dash for none.</summary>
    public static string Of(IReadOnlyList<ClauseTopic> topics) => topics.Count == 0 ? "—" : string.Join(", ", topics.Select(Of));

    /// <summary>What a form changed, as the history keeps it; <see cref="Decode"/> says it to people.</summary>
    public static string Code(IEnumerable<ClauseInput> lines) => string.Join(Between, lines.Select(line => line.Topic + "=" + line.State));

    /// <summary>What the history kept, in the reader's language; null when it is nothing of the kind.</summary>
    public static string? Decode(string text)
    {
        var said = text.Split(Between).Select(part => part.Split('=')).Select(part =>
            part is [var topic, var state] && Enum.TryParse<ClauseTopic>(topic, out var clause)
                && Enum.TryParse<ClauseState>(state, out var stands)
                ? Texts.Clause_IsNow.With(Of(clause), Of(stands)) : null).ToList();
        return said.Contains(null) ? null : string.Join(", ", said);
    }
}
