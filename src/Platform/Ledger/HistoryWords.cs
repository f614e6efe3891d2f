using Pupitre.Platform.Extension;

namespace Pupitre.Platform.Ledger;

/// <summary>The history in the reader's words: each module names its verbs and the kinds of its subjects.</summary>
public sealed class HistoryWords(IEnumerable<Module> modules)
{
    /// <summary>What happened, as a reader says it; the verb itself when nobody named it.</summary>
    public string Verb(string verb) => Find("Verb_" + verb) ?? verb;

    /// <summary>What it happened to; the kind itself when nobody named it.</summary>
    public string Kind(string kind) => Find("Kind_" + kind.Replace('-', '_')) ?? kind;

    /// <summary>Path below the company's address where the subject is shown, or null.</summary>
    public string? PathOf(SubjectRef subject) => modules.Select(module => module.PathOf(subject)).FirstOrDefault(path => path is not null);

    private string? Find(string key) => modules.Select(module => module.Wording).Append(Texts.ResourceManager)
        .Select(texts => texts?.GetString(key, Texts.Culture)).FirstOrDefault(word => word is not null);
}
