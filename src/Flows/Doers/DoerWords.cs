using Pupitre.Platform.Words;

namespace Pupitre.Flows.Doers;

/// <summary>Who does a step, in the reader's words.</summary>
internal static class DoerWords
{
    public static string Of(Doer doer) => doer switch
    {
        Doer.Company => Texts.Party_Company,
        Doer.Provider => Texts.Party_Provider,
        _ => Texts.Party_ThirdParty,
    };

    /// <summary>One party, or both where some events say the one and some the other; that nobody knows where none does.</summary>
    public static string Of(IReadOnlyCollection<Doer> doers) => doers.Count == 0 ? Texts.Flow_NobodySaid : string.Join(Texts.Doers_Or, doers.Select(Of));

    public static IReadOnlyList<Choice> All() => [.. Enum.GetValues<Doer>().Select(doer => new Choice(doer.ToString(), Of(doer)))];
}
