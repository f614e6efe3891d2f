using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Papers;
using Pupitre.Platform.Access;
using Pupitre.Platform.Words;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ContractLife.Terms;

/// <summary>Something that a letter needs and that nobody has typed.</summary>
internal enum LetterGap
{
    OwnAddress,
    ProviderAddress,
    Place,
    Date,
    Clause,
    LastDay,
    Notice,
    Signatory,
}

/// <summary>
/// The letter of notice, from what is known and nothing else: what is not known is a gap that shows. It is a letter to a French firm under
/// French law, hence in French whatever the reader's language, and its words stand here and not among those that are translated.
/// </summary>
internal sealed class NoticeLetterText(DraftedLetter drafted)
{
    private readonly List<LetterGap> _gaps = [];

    private static readonly Dictionary<LetterGap, string> _missing = new()
    {
        [LetterGap.OwnAddress] = "adresse de votre entreprise",
        [LetterGap.ProviderAddress] = "adresse du prestataire",
        [LetterGap.Place] = "lieu",
        [LetterGap.Date] = "date",
        [LetterGap.Clause] = "clause de durée et de préavis, recopiée du contrat",
        [LetterGap.LastDay] = "dernier jour du contrat",
        [LetterGap.Notice] = "préavis convenu",
        [LetterGap.Signatory] = "prénom, nom et qualité du signataire",
    };

    private Contract Contract => drafted.Contract;

    private NoticeLetter? Letter => drafted.Letter;

    private bool IsLetter => Contract.Kind == ContractKind.EngagementLetter;

    /// <summary>The letter, and what is missing in it in the order in which it stands there.</summary>
    public static (Paper Paper, IReadOnlyList<LetterGap> Gaps) Of(DraftedLetter drafted) => InLanguage.Write(InLanguage.French, () =>
    {
        var text = new NoticeLetterText(drafted);
        var blocks = text.Lines().Select(line => (PaperBlock)new PaperBlock.Paragraph(line)).ToList();
        return (new Paper(text.Title, text.From, "Lettre recommandée avec demande d’avis de réception", blocks),
            (IReadOnlyList<LetterGap>)text._gaps);
    });

    private string From => drafted.Company.Siren is { } siren ? drafted.Company.Name + ", SIREN " + siren : drafted.Company.Name;

    private string Title => $"Dénonciation {(IsLetter ? "de la lettre de mission" : "du contrat")} «\u00a0{Contract.Title}\u00a0»";

    private IEnumerable<string> Lines()
    {
        foreach (var line in Address(Letter?.OwnAddress, LetterGap.OwnAddress))
        {
            yield return line;
        }

        yield return "";
        yield return drafted.Provider.Siren is { } siren ? drafted.Provider.Name + ", SIREN " + siren : drafted.Provider.Name;
        foreach (var line in Address(Letter?.ProviderAddress, LetterGap.ProviderAddress))
        {
            yield return line;
        }

        yield return "";
        yield return "Lettre recommandée avec demande d’avis de réception";
        var place = Letter?.Place ?? Gap(LetterGap.Place);
        yield return place + ", le " + (Letter?.Date is { } date ? Moments.Long(date) : Gap(LetterGap.Date));
        yield return "";
        yield return "Madame, Monsieur,";
        foreach (var line in Body())
        {
            yield return line;
        }

        yield return "Nous vous prions de nous confirmer par écrit la réception de cette lettre et le dernier jour du contrat.";
        yield return "Veuillez agréer, Madame, Monsieur, nos salutations distinguées.";
        yield return "";
        yield return "Pour " + drafted.Company.Name;
        yield return Letter?.Signatory is { } signatory ? signatory + (Letter.SignatoryFunction is { } function ? ", " + function : "")
            : Gap(LetterGap.Signatory);
        yield return "Signature\u00a0:";
    }

    private IEnumerable<string> Body()
    {
        var reference = Letter?.Reference is { } known ? ", référence " + known : "";
        var since = Contract.Start is { } start ? $", {(IsLetter ? "entrée" : "entré")} en vigueur le {Moments.Long(start)}" : "";
        var what = IsLetter ? "la lettre de mission" : "le contrat";
        yield return $"Nous sommes liés par {what} «\u00a0{Contract.Title}\u00a0»{reference}{since}.";
        var last = drafted.Term is { } term ? Moments.Long(term.LastDay) : null;
        yield return Contract.IsOpenEnded
            ? "Par la présente, nous y mettons fin. Le contrat prendra fin à l’issue du préavis."
            : "Par la présente, nous vous notifions que nous nous opposons à sa reconduction. "
                + $"{(IsLetter ? "Elle" : "Il")} prendra donc fin le {last ?? Gap(LetterGap.LastDay)}, dernier jour de son terme.";
        yield return Notice();
        yield return Letter?.Clause is { } clause
            ? $"Les stipulations convenues à ce sujet sont les suivantes\u00a0: «\u00a0{clause.ReplaceLineEndings(" ")}\u00a0»"
            : "Les stipulations convenues à ce sujet sont les suivantes\u00a0: " + Gap(LetterGap.Clause);
    }

    private string Notice() => Contract.Notice switch
    {
        ContractNotice.None => "Aucun préavis n’est convenu.",
        ContractNotice.Unknown => "Le préavis convenu est de " + Gap(LetterGap.Notice) + ".",
        _ => $"Le préavis convenu est de {ContractWords.NoticeLength(Contract)} et compte à partir de " + (Contract.NoticeRunsFrom switch
        {
            NoticeRunsFrom.FirstPresentation => "la première présentation de cette lettre.",
            NoticeRunsFrom.Sending => "l’envoi de cette lettre.",
            _ => "la réception de cette lettre.",
        }),
    };

    // A PDF breaks lines at spaces only: each line of an address is a paragraph.
    private string[] Address(string? address, LetterGap gap) =>
        address is null ? [Gap(gap)] : address.ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string Gap(LetterGap gap)
    {
        _gaps.Add(gap);
        return $"[À COMPLÉTER\u00a0: {_missing[gap]}]";
    }
}
