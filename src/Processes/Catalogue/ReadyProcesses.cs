using Pupitre.Kernel;
using Pupitre.Platform.Extension;

namespace Pupitre.Processes.Catalogue;

/// <summary>The catalogue of ready processes, read once from the files that the program carries (<c>Catalogue/Data</c>).</summary>
public static class ReadyProcesses
{
    private const string Folder = "Pupitre.Processes.Catalogue.Data.";
    private const string Vocabulary = Folder + "vocabulary.json";

    private static readonly Lazy<IReadOnlyList<ReadyProcess>> _all = new(() => ReadCatalogueData.Run(
        TextOf(Vocabulary),
        typeof(ReadyProcesses).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name != Vocabulary).Order(StringComparer.Ordinal).Select(TextOf)));

    /// <summary>By domain, each in the order of its file.</summary>
    public static IReadOnlyList<ReadyProcess> All => _all.Value;

    /// <summary>The ready process of that key; null when there is none.</summary>
    public static ReadyProcess? Find(string? key) => All.FirstOrDefault(process => process.Key == key);

    /// <summary>Those in which every word is found, whatever its accents: in their names, steps, documents and roles, in the reader's language.</summary>
    public static IReadOnlyList<ReadyProcess> Search(string? text, Domain? domain)
    {
        var words = SearchWords.Of(text);
        return [.. All.Where(process => domain is null || process.Domain == domain).Where(process => words.IsEmpty || words.AreIn(Texts(process)))];
    }

    private static IEnumerable<string?> Texts(ReadyProcess process) =>
    [
        process.Name.ToString(), process.Purpose.ToString(), process.Result.ToString(), ProcessWords.Of(process.Domain),
        .. process.Steps.SelectMany(step => step.DocumentsIn.Concat(step.DocumentsOut).Append(step.Name).Append(step.Role)).Select(text => text.ToString()),
    ];

    private static string TextOf(string name)
    {
        using var reader = new StreamReader(typeof(ReadyProcesses).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
