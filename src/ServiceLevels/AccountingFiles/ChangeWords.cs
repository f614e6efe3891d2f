using Pupitre.Deliverables.Fec;

namespace Pupitre.ServiceLevels.AccountingFiles;

/// <summary>What became of an entry, in the reader's language.</summary>
internal static class ChangeWords
{
    public static string Of(EntryChangeKind kind) => kind switch
    {
        EntryChangeKind.Added => Texts.Books_Added,
        EntryChangeKind.Changed => Texts.Books_Changed,
        _ => Texts.Books_Deleted,
    };
}
