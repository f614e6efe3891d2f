using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Files;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.Recognition.Contents;
using Pupitre.Recognition.Tables;
using Pupitre.Recognition.Tracking;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Evidence.Tables;

/// <summary>Looks into a kept table for the wizard: its columns, a guessed or remembered mapping, and its first rows as they will be read.</summary>
internal sealed class ReadTable(Db db, FileStore store, Tenant tenant)
{
    private const int PreviewEvents = 12;
    private const int PreviewRows = 400;

    /// <summary>Name of the page that reads such a file better: months along one side, or lines of a bank; null when this one does.</summary>
    public async Task<string?> OtherPageAsync(Guid fileId, CancellationToken token)
    {
        var file = await db.Set<EvidenceFile>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == fileId && row.ContentKept, token) ?? throw new NotFound();
        if (file.Recognised == RecognisedKind.BankStatement)
        {
            return "bank";
        }

        await using var content = await store.OpenAsync(file.Hash, token);
        return !TableFile.IsLog(content) && TrackingFile.Read(content, file.Name, tenant.Zone, year: null).IsTracking ? "tracking" : null;
    }

    public async Task<TableView> RunAsync(Guid fileId, TableInput? input, string? shape, CancellationToken token)
    {
        var file = await db.Set<EvidenceFile>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == fileId && row.ContentKept, token) ?? throw new NotFound();
        await using var content = await store.OpenAsync(file.Hash, token);
        var isLog = TableFile.IsLog(content);
        var head = isLog ? new TableHead(1, [], [], new TableForm(null, null, null, false)) : HeadOf(content, input);
        var sources = await SourcesAsync(token);
        var remembered = Remembered(sources, head, isLog, input);
        var wanted = ShapeOf(input?.Shape ?? shape, isSent: input is not null) ?? remembered?.Mapping.Shape;
        var clocks = await ClocksAsync(token);
        var isKnown = remembered is not null && remembered.Mapping.Shape == wanted;
        var guessed = isLog ? new TableMapping { Shape = TableShape.Log, Zone = tenant.Company.TimeZone }
            : isKnown ? remembered!.Mapping : GuessMapping.Of(head, wanted, tenant.Company.TimeZone);
        var said = isLog || isKnown || input is not null ? [] : TableNames.In(guessed, head);
        var sures = EventNames.Sures(said, clocks);
        IReadOnlyList<(AwaitedEvent Awaited, string Said, string Name)> sure = [.. sures, .. EventNames.Further(said, sures)];
        var isFirst = input is null;
        input ??= Fill(TableNames.With(guessed, sure), remembered, head, file, sure);
        var (preview, problem, field) = Preview(await store.OpenAsync(file.Hash, token), input, guessed);
        var missing = TableNames.Missing(input, guessed, preview, clocks);
        return new TableView(file, head, guessed, input, preview, problem, field, isFirst, await ChoicesAsync(sources.Select(row => row.Source), clocks, token), remembered?.Source.Name, missing);
    }

    // An address says it in any way; a form sends one of the words that stood in it.
    private static TableShape? ShapeOf(string? word, bool isSent) => Enum.TryParse<TableShape>(word, out var shape) && Enum.IsDefined(shape) ? shape
        : isSent && !string.IsNullOrEmpty(word) ? throw new Refused(Texts.Table_UnknownShape.With(word), nameof(TableInput.Shape))
        : null;

    private static TableHead HeadOf(FileStream content, TableInput? input)
    {
        using var reader = TableFile.OpenTable(content);
        return TableHead.Of(reader, input?.HeaderLine);
    }

    private Task<List<SourceNow>> SourcesAsync(CancellationToken token) => db.Set<EvidenceSource>().AsNoTracking().Where(row => row.Origin == SourceOrigin.Table)
        .Join(db.Set<SourceVersion>(), row => new { SourceId = row.Id, Number = row.CurrentVersion }, version => new { version.SourceId, version.Number }, (row, version) => new { row, version })
        .OrderBy(pair => pair.row.Name).Select(pair => new SourceNow(pair.row, pair.version)).ToListAsync(token);

    /// <summary>The newest source whose columns are those of the file, or the one that was chosen.</summary>
    private static RememberedSource? Remembered(List<SourceNow> sources, TableHead head, bool isLog, TableInput? input)
    {
        foreach (var (source, version) in sources.Where(row => string.IsNullOrEmpty(input?.Source) || input.Source == row.Source.Id.ToString()).OrderByDescending(row => row.Source.Id))
        {
            if (version.MappingJson is { } json && TableMapping.FromJson(json) is var mapping
                && (isLog ? mapping.Shape == TableShape.Log && input?.Source is not null : mapping.Shape != TableShape.Log && mapping.HasColumnsOf(head.Columns)))
            {
                return new(source, mapping with { HeaderLine = head.HeaderLine, Separator = head.Form.Separator, Encoding = head.Form.Encoding, Columns = head.Columns }, version.Rules);
            }
        }

        return null;
    }

    private static TableInput Fill(TableMapping guessed, RememberedSource? remembered, TableHead head, EvidenceFile file, IReadOnlyList<(AwaitedEvent Awaited, string Said, string Name)> sure)
    {
        var input = TableInput.Of(guessed, remembered?.Rules, Path.GetFileNameWithoutExtension(file.Name));
        input.Source = remembered?.Source.Id.ToString();
        input.ProviderId = remembered?.Source.ProviderId ?? (sure.Count > 0 ? sure[0].Awaited.Commitment.ProviderId : null);
        foreach (var (place, commitment) in sure.Select(pair => pair.Awaited.Commitment.Id).Distinct().Take(TableInput.UseCount).Index())
        {
            input.Commitments[place] = commitment.ToString();
        }

        foreach (var column in head.Columns.Where(column => guessed.Shape == TableShape.Case && column != guessed.Case && !input.Dates.Exists(date => date.Column == column)))
        {
            input.Dates.Add(new DateInput { Column = column, Activity = column, Use = "no" });
        }

        input.Dates = [.. input.Dates.OrderBy(date => head.Columns.ToList().IndexOf(date.Column!))];
        if (guessed.Shape == TableShape.Log)
        {
            input.Rules[0].Column ??= EventPattern.TransitionName;
        }

        return input;
    }

    private static (TablePreview Preview, string? Problem, string? Field) Preview(FileStream content, TableInput input, TableMapping guessed)
    {
        try
        {
            var mapping = input.ToMapping(guessed);
            var rules = input.ToRules(mapping);
            using var events = TableFile.OpenEvents(content, mapping);
            return (Preview(events, rules, DateTimeZoneProviders.Tzdb[mapping.Zone]), null, null);
        }
        catch (Exception problem) when (problem is Refused or Mining.UnreadableLog)
        {
            content.Dispose();
            return (TablePreview.Empty, problem.Message, (problem as Refused)?.Field);
        }
    }

    private static TablePreview Preview(EventFile events, SourceRules rules, DateTimeZone zone)
    {
        var (rows, bad, transitions) = (new List<PreviewRow>(), new List<BadRow>(), new SortedSet<string>(StringComparer.CurrentCulture));
        var (activities, hasHours, isWhole) = (new Dictionary<string, int>(StringComparer.Ordinal), false, true);
        for (var count = 0; events.Read(); count++)
        {
            if (count == PreviewRows)
            {
                isWhole = false;
                break;
            }

            if (events.Bad is { } row)
            {
                bad.Add(row);
                continue;
            }

            var item = events.Event;
            hasHours |= !item.IsDay;
            activities[item.Activity] = activities.GetValueOrDefault(item.Activity) + 1;
            if (item.Transition is { } transition)
            {
                transitions.Add(transition);
            }

            if (rows.Count < PreviewEvents)
            {
                var when = item.IsDay ? Moments.Short(EvidenceTime.ToDay(item.At)) : Moments.Short(EvidenceTime.ToInstant(item.At), zone);
                rows.Add(new PreviewRow(item.Line, item.Case, item.Activity, when, item.Transition, item.Resource, rules.Of(name => ValueOf(item, name))));
            }
        }

        return new TablePreview(rows, [.. bad.Take(PreviewEvents)], [.. transitions], activities, hasHours, isWhole);
    }

    private static string? ValueOf(IncomingEvent item, string name) => name switch
    {
        EventPattern.ActivityName => item.Activity,
        EventPattern.TransitionName => item.Transition,
        "resource" or "org:resource" => item.Resource,
        _ => item.Attributes.Concat(item.CaseAttributes).FirstOrDefault(attribute => attribute.Key == name).Value,
    };

    private async Task<List<Commitment>> ClocksAsync(CancellationToken token) =>
        [.. (await db.Set<Commitment>().AsNoTracking().Include(row => row.Versions).Where(row => row.ArchivedAt == null).OrderBy(row => row.Name).ToListAsync(token)).Where(row => row.Versions.Count > 0 && row.Versions.MaxBy(version => version.Number)!.Rule.Clock is not null)];

    private async Task<TableChoices> ChoicesAsync(IEnumerable<EvidenceSource> sources, List<Commitment> clocks, CancellationToken token)
    {
        var providers = await db.Set<Provider>().AsNoTracking().Where(row => row.ArchivedAt == null).OrderBy(row => row.Name).Select(row => new { row.Id, row.Name })
            .AsAsyncEnumerable().Select(row => new Choice(row.Id.ToString(), row.Name)).ToListAsync(token);
        return new TableChoices([.. sources.Select(source => new Choice(source.Id.ToString(), source.Name))], providers, [.. clocks.Select(row => new Choice(row.Id.ToString(), row.Name))]);
    }

    private sealed record SourceNow(EvidenceSource Source, SourceVersion Version);

    private sealed record RememberedSource(EvidenceSource Source, TableMapping Mapping, SourceRules Rules);
}

/// <summary>What the wizard shows.</summary>
/// <param name="Field">The answer that <paramref name="Problem"/> waits for, when one answer is all that it waits for.</param>
/// <param name="IsFirst">Nobody has answered anything: what is missing is a question and not a mistake.</param>
/// <param name="Missing">What the chosen commitments wait for and the file does not name.</param>
internal sealed record TableView(
    EvidenceFile File, TableHead Head, TableMapping Mapping, TableInput Input, TablePreview Preview, string? Problem, string? Field, bool IsFirst, TableChoices Choices, string? RememberedAs, IReadOnlyList<MissingEvent> Missing)
{
    /// <summary>No column holds dates, as far as is known: nothing can be measured, and whoever looks may know better.</summary>
    public bool HasNoDates => Mapping.Shape == TableShape.Case && Field == TableInput.DatesField;

    public string EncodingName => Head.Form.Encoding switch { null => "", "windows-1252" => "windows-1252", var name => name.ToUpperInvariant() };
}

internal sealed record TableChoices(IReadOnlyList<Choice> Sources, IReadOnlyList<Choice> Providers, IReadOnlyList<Choice> Clocks);

/// <summary>The first rows as they will be read.</summary>
/// <param name="Activities">What happens in them, by how often.</param>
/// <param name="HasHours">Some moment has an hour, so that its zone matters.</param>
/// <param name="IsWhole">The file has no more rows.</param>
internal sealed record TablePreview(IReadOnlyList<PreviewRow> Rows, IReadOnlyList<BadRow> Bad, IReadOnlyList<string> Transitions, IReadOnlyDictionary<string, int> Activities, bool HasHours, bool IsWhole)
{
    public static readonly TablePreview Empty = new([], [], [], new Dictionary<string, int>(StringComparer.Ordinal), HasHours: false, IsWhole: true);
}

internal sealed record PreviewRow(int Line, string Case, string Activity, string When, string? Transition, string? Resource, SourceClass AttestedBy);
