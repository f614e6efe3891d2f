namespace Pupitre.ContractLife.Terms;

/// <summary>What is missing in a letter, in the reader's words.</summary>
internal static class LetterWords
{
    public static string Of(LetterGap gap) => gap switch
    {
        LetterGap.OwnAddress => Texts.Letter_GapOwnAddress,
        LetterGap.ProviderAddress => Texts.Letter_GapProviderAddress,
        LetterGap.Place => Texts.Letter_GapPlace,
        LetterGap.Date => Texts.Letter_GapDate,
        LetterGap.Clause => Texts.Letter_GapClause,
        LetterGap.LastDay => Texts.Letter_GapLastDay,
        LetterGap.Notice => Texts.Letter_GapNotice,
        _ => Texts.Letter_GapSignatory,
    };
}
