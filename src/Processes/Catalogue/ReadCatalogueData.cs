using System.Text.Json;
using System.Text.Json.Serialization;
using Pupitre.Kernel.Commitments;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Steps;

namespace Pupitre.Processes.Catalogue;

/// <summary>
/// Reads the data files of the catalogue and checks them whole: a process that names a role, a document, a deadline or a commitment that
/// does not exist, that lacks a language or a duration, is a mistake of ours and stops the program that carries it.
/// </summary>
internal sealed class ReadCatalogueData
{
    private const string Between = " | ";

    private static readonly JsonSerializerOptions _options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    private static readonly Dictionary<string, int> _commitments = typeof(ReadyCommitments).GetFields().Where(field => field.IsLiteral)
        .ToDictionary(field => field.Name, field => (int)field.GetRawConstantValue()!, StringComparer.Ordinal);

    private readonly Dictionary<string, BothLanguages> _roles;
    private readonly Dictionary<string, BothLanguages> _documents;
    private readonly Dictionary<string, LegalDeadline> _deadlines;

    private ReadCatalogueData(VocabularyFile file)
    {
        _roles = file.Roles.ToDictionary(role => role.Key, role => Both(role.Value, role.Key), StringComparer.Ordinal);
        _documents = file.Documents.ToDictionary(document => document.Key, document => Both(document.Value, document.Key), StringComparer.Ordinal);
        _deadlines = file.Deadlines.ToDictionary(
            deadline => deadline.Key,
            deadline => new LegalDeadline(deadline.Key, Both(deadline.Value.Says, deadline.Key), Said(deadline.Value.Source, deadline.Key), deadline.Value.IsSure),
            StringComparer.Ordinal);
    }

    /// <param name="vocabulary">The words that the processes share.</param>
    /// <param name="files">The processes, a file for each domain.</param>
    /// <exception cref="InvalidDataException">Something in them is wrong; the message names the process and the part.</exception>
    public static IReadOnlyList<ReadyProcess> Run(string vocabulary, IEnumerable<string> files)
    {
        var words = new ReadCatalogueData(Parse<VocabularyFile>(vocabulary));
        var all = files.SelectMany(file => Parse<IReadOnlyList<ProcessFile>>(file)).Select(words.Process).ToList();
        return all.GroupBy(process => process.Key, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice ? throw Wrong(twice.Key, "stands there twice") : all;
    }

    private ReadyProcess Process(ProcessFile file)
    {
        var process = new ReadyProcess
        {
            Key = file.Key,
            Domain = file.Domain,
            Name = Fitting(file.Name, file.Key, Inventory.Process.MaxNameLength),
            Purpose = Fitting(file.Purpose, file.Key, Inventory.Process.MaxPurposeLength),
            Trigger = Fitting(file.Trigger, file.Key, Inventory.Process.MaxLineLength),
            Result = Fitting(file.Result, file.Key, Inventory.Process.MaxLineLength),
            Customer = Fitting(file.Customer, file.Key, Inventory.Process.MaxLineLength),
            Volume = file.Volume,
            Per = file.Per,
            Criticality = file.Criticality,
            Sensitive = file.Sensitive.Aggregate(SensitiveData.None, (all, one) => all | one),
            Steps = [.. file.Steps.Select(step => Step(file.Key, step))],
            Risks = [.. file.Risks.Select(risk => Both(risk, file.Key))],
            Controls = [.. file.Controls.Select(control => Both(control, file.Key))],
            Deadlines = [.. file.Deadlines.Select(key => Known(_deadlines, key, file.Key, "deadline"))],
            Commitments = [.. file.Commitments.Select(name => Known(_commitments, name, file.Key, "ready commitment"))],
        };
        return process.Steps.Count is 0 or > ProcessStep.MaxSteps ? throw Wrong(file.Key, "has no steps, or too many") : process;
    }

    private ReadyStep Step(string process, StepFile file)
    {
        if (file.Minutes is < 1 or > ProcessStep.MaxMinutes || file.Wait is < 0 or > ProcessStep.MaxWaitHours || file.Share is < 1 or > ProcessStep.AllCases)
        {
            throw Wrong(process, $"has a step with an impossible figure: {file.Do}");
        }

        return new ReadyStep(
            Fitting(file.Do, process, ProcessStep.MaxNameLength),
            Known(_roles, file.By, process, "role"),
            file.Minutes,
            file.Wait,
            file.Share,
            [.. file.In.Select(key => Known(_documents, key, process, "document"))],
            [.. file.Out.Select(key => Known(_documents, key, process, "document"))]);
    }

    private static T Parse<T>(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, _options)!;
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException("A file of the catalogue cannot be read: " + problem.Message, problem);
        }
    }

    private static T Known<T>(Dictionary<string, T> words, string key, string process, string kind) =>
        words.TryGetValue(key, out var word) ? word : throw Wrong(process, $"names a {kind} that does not exist: {key}");

    private static BothLanguages Fitting(string text, string process, int most) =>
        Both(text, process) is var both && Math.Max(both.French.Length, both.English.Length) <= most ? both : throw Wrong(process, $"has a text of more than {most} letters: {text}");

    private static BothLanguages Both(string text, string key) =>
        text.Split(Between) is [{ Length: > 0 } french, { Length: > 0 } english] ? new BothLanguages(french.Trim(), english.Trim()) : throw Wrong(key, $"lacks one of the two languages: {text}");

    private static string Said(string text, string key) => string.IsNullOrWhiteSpace(text) ? throw Wrong(key, "has no source") : text;

    private static InvalidDataException Wrong(string key, string what) => new($"The ready process or word \"{key}\" {what}.");

    private sealed record VocabularyFile(
        [property: JsonRequired] IReadOnlyDictionary<string, string> Roles,
        [property: JsonRequired] IReadOnlyDictionary<string, string> Documents,
        [property: JsonRequired] IReadOnlyDictionary<string, DeadlineFile> Deadlines);

    private sealed record DeadlineFile([property: JsonRequired] string Says, [property: JsonRequired] string Source, [property: JsonRequired] bool IsSure);

    private sealed record ProcessFile
    {
        public required string Key { get; init; }

        public required Domain Domain { get; init; }

        public required string Name { get; init; }

        public required string Purpose { get; init; }

        public required string Trigger { get; init; }

        public required string Result { get; init; }

        public required string Customer { get; init; }

        public int? Volume { get; init; }

        public required VolumePer Per { get; init; }

        public required Criticality Criticality { get; init; }

        public IReadOnlyList<SensitiveData> Sensitive { get; init; } = [];

        public required IReadOnlyList<StepFile> Steps { get; init; }

        public required IReadOnlyList<string> Risks { get; init; }

        public required IReadOnlyList<string> Controls { get; init; }

        public IReadOnlyList<string> Deadlines { get; init; } = [];

        public IReadOnlyList<string> Commitments { get; init; } = [];
    }

    private sealed record StepFile
    {
        public required string Do { get; init; }

        public required string By { get; init; }

        public required int Minutes { get; init; }

        public int Wait { get; init; }

        public int Share { get; init; } = ProcessStep.AllCases;

        public IReadOnlyList<string> In { get; init; } = [];

        public IReadOnlyList<string> Out { get; init; } = [];
    }
}
