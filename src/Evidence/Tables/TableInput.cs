using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Forms;
using Pupitre.Recognition.Tables;

namespace Pupitre.Evidence.Tables;

/// <summary>What the wizard asks about a table. One form for its three shapes.</summary>
public sealed class TableInput
{
    public const int RuleCount = 3;
    public const int UseCount = 3;

    /// <summary>What a refusal names when no column of dates was chosen.</summary>
    internal const string DatesField = "Dates";

    /// <summary>Key of a source that exists; empty for a new one.</summary>
    public string? Source { get; set; }

    public string? SourceName { get; set; }

    public Guid? ProviderId { get; set; }

    public string? Shape { get; set; }

    public int? HeaderLine { get; set; }

    public string? Zone { get; set; }

    /// <summary><c>day</c> or <c>month</c>: what comes first in 05/06/2026.</summary>
    public string? First { get; set; }

    /// <summary><c>day</c> or <c>hour</c>: what an hour of 00:00 means.</summary>
    public string? Midnight { get; set; }

    public string? Case { get; set; }

    public string? Activity { get; set; }

    public string? Time { get; set; }

    public string? Transition { get; set; }

    public string? Resource { get; set; }

    public List<DateInput> Dates { get; set => field = value ?? []; } = [];

    /// <summary>The one column of dates, asked for where none was found.</summary>
    public string? DateColumn { get; set; }

    /// <summary>The answer that was asked for as the one question.</summary>
    public string? AskedField { get; set; }

    public SourceClass AttestedBy { get; set; } = SourceClass.Provider;

    public List<RuleInput> Rules { get; set => field = value ?? []; } = [];

    /// <summary><c>ask</c> or <c>good</c>: what becomes of the good rows when others are bad.</summary>
    public string? BadRows { get; set; }

    public List<string?> Commitments { get; set => field = value ?? []; } = [];

    /// <summary>What the file calls something, and the name that commitments wait for.</summary>
    public List<NameInput> Names { get; set => field = value ?? []; } = [];

    /// <summary>The same, asked and not yet answered.</summary>
    public List<NameInput> Asked { get; set => field = value ?? []; } = [];

    /// <summary>Takes the answer to one question: the column, or the word of the file, counts as what is waited for.</summary>
    internal void Take(int place)
    {
        if (place < 0 || place >= Asked.Count || Asked[place] is not { From.Length: > 0, To.Length: > 0 } answer)
        {
            return;
        }

        var dates = Dates.FindAll(date => date.Column == answer.From || date.Activity == answer.From);
        if (dates.Count > 0)
        {
            (dates[0].Activity, dates[0].Use) = (answer.To, "yes");
        }
        else
        {
            Names.RemoveAll(name => name.From == answer.From);
            Names.Add(new NameInput { From = answer.From, To = answer.To });
        }
    }

    /// <summary>Takes the column that was chosen where none seemed to hold dates.</summary>
    internal void TakeDateColumn()
    {
        if (Dates.Find(date => date.Column == DateColumn && !string.IsNullOrEmpty(date.Column)) is { } chosen)
        {
            (chosen.Use, DateColumn) = ("yes", null);
        }
    }

    /// <summary>As many places for commitments as the form may ask, whatever was sent of them.</summary>
    internal void Complete()
    {
        while (Commitments.Count < UseCount)
        {
            Commitments.Add(null);
        }
    }

    /// <summary>Puts the first thing that is missing as the one question, with what is nearest already chosen.</summary>
    internal void Ask(IReadOnlyList<MissingEvent> missing) => Asked = missing is [var first, ..] ? [new NameInput { From = first.Offered, To = first.Name }] : [];

    internal static TableInput Of(TableMapping mapping, SourceRules? rules, string sourceName) => new()
    {
        SourceName = sourceName,
        Shape = mapping.Shape.ToString(),
        HeaderLine = mapping.HeaderLine,
        Zone = mapping.Zone,
        First = mapping.IsMonthFirst ? "month" : "day",
        Midnight = mapping.MidnightIsDay ? "day" : "hour",
        Case = mapping.Case,
        Activity = mapping.Activity,
        Time = mapping.Time,
        Transition = mapping.Transition,
        Resource = mapping.Resource,
        Dates = [.. mapping.Dates.Select(date => new DateInput { Column = date.Column, Activity = date.Activity, AttestedBy = date.AttestedBy, Use = "yes" })],
        AttestedBy = rules?.Default ?? SourceClass.Provider,
        Rules = RulesOf(mapping, rules),
        BadRows = "ask",
        Commitments = [.. Enumerable.Repeat<string?>(null, UseCount)],
        Names = [.. mapping.Names.Select(name => new NameInput { From = name.Key, To = name.Value })],
    };

    /// <summary>Whether the good rows are taken when others are bad.</summary>
    internal bool TakesGoodRows => PostedChoice.Is(BadRows, "good", "BadRows", "ask");

    internal TableMapping ToMapping(TableMapping guessed)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone ?? "") is null)
        {
            throw new Refused(Texts.Table_UnknownZone.With(Zone), "Zone");
        }

        var mapping = guessed with { Zone = Zone!, IsMonthFirst = PostedChoice.Is(First, "month", "First", "day"), MidnightIsDay = PostedChoice.Is(Midnight, "day", "Midnight", "hour"), Names = ToNames() };
        if (mapping.Shape == TableShape.Log)
        {
            return mapping;
        }

        mapping = mapping with { Case = Known(mapping, Case) ?? throw new Refused(Texts.Table_CaseMissing, "Case") };
        return mapping.Shape == TableShape.Case ? WithDates(mapping) : mapping with
        {
            Activity = Known(mapping, Activity) ?? throw new Refused(Texts.Table_ActivityMissing, "Activity"),
            Time = Known(mapping, Time) ?? throw new Refused(Texts.Table_TimeMissing, "Time"),
            Transition = Known(mapping, Transition),
            Resource = Known(mapping, Resource),
        };
    }

    /// <summary>Who attests: column by column in a table of cases, else a default and the values that differ from it.</summary>
    internal SourceRules ToRules(TableMapping mapping) => mapping.Shape == TableShape.Case
        ? new(SourceClass.Provider, [.. mapping.Dates.Select(date => new SourceRule(EventPattern.Activity(date.Activity), date.AttestedBy))])
        : new(AttestedBy, [.. Rules.Where(rule => !string.IsNullOrWhiteSpace(rule.Column) && !string.IsNullOrWhiteSpace(rule.Values))
            .Select(rule => new SourceRule(EventPattern.Of(NameFor(rule.Column!, mapping), rule.Values!.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), rule.AttestedBy))]);

    private Dictionary<string, string> ToNames() => Names.Where(name => !string.IsNullOrWhiteSpace(name.From) && !string.IsNullOrWhiteSpace(name.To) && name.To.Length <= Events.StoredWord.MaxLength)
        .DistinctBy(name => name.From).ToDictionary(name => name.From!, name => name.To!, StringComparer.Ordinal);

    private TableMapping WithDates(TableMapping mapping)
    {
        var dates = Dates.Where(date => PostedChoice.Is(date.Use, "yes", DatesField, "no") && Known(mapping, date.Column) is not null && !string.IsNullOrWhiteSpace(date.Activity))
            .Select(date => new DateColumn(date.Column!, date.Activity!.Trim(), date.AttestedBy)).ToList();
        return dates.Count == 0 ? throw new Refused(Texts.Table_NoDates, DatesField) : mapping with { Dates = dates };
    }

    private static string? Known(TableMapping mapping, string? column) => mapping.Columns.FirstOrDefault(name => name == column);

    private static string NameFor(string column, TableMapping mapping) =>
        column == mapping.Activity ? EventPattern.ActivityName : column == mapping.Transition ? EventPattern.TransitionName : column == mapping.Resource ? "resource" : column;

    private static List<RuleInput> RulesOf(TableMapping mapping, SourceRules? rules)
    {
        var inputs = mapping.Shape == TableShape.Case || rules is null ? [] : rules.Rules.Select(rule => (rule, part: rule.When.Alternatives[0].Parts[0]))
            .Select(pair => new RuleInput { Column = ColumnFor(pair.part.Name, mapping), Values = string.Join("; ", pair.part.Values), AttestedBy = pair.rule.Source }).ToList();
        while (inputs.Count < RuleCount)
        {
            inputs.Add(new RuleInput());
        }

        return inputs;
    }

    private static string ColumnFor(string name, TableMapping mapping) => name switch
    {
        EventPattern.ActivityName => mapping.Activity ?? name,
        EventPattern.TransitionName => mapping.Transition ?? name,
        "resource" => mapping.Resource ?? name,
        _ => name,
    };
}

/// <summary>A column of dates: what happened, and who wrote it.</summary>
public sealed class DateInput
{
    public string? Column { get; set; }

    public string? Use { get; set; }

    public string? Activity { get; set; }

    public SourceClass AttestedBy { get; set; } = SourceClass.Provider;
}

/// <summary>A word of the file that stands for a name that commitments wait for.</summary>
public sealed class NameInput
{
    public string? From { get; set; }

    public string? To { get; set; }
}

/// <summary>Values of a column that somebody else attests.</summary>
public sealed class RuleInput
{
    public string? Column { get; set; }

    /// <summary>Separated by semicolons.</summary>
    public string? Values { get; set; }

    public SourceClass AttestedBy { get; set; } = SourceClass.Provider;
}
