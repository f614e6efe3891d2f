using System.Text.Json;
using System.Text.Json.Serialization;
using Pupitre.Kernel.Commitments;
using Pupitre.Recognition.Bank;
using Pupitre.Recognition.Contents;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Intake.Bank;

/// <summary>Which way money goes in the lines that a rule knows.</summary>
public enum BankSign
{
    Out,
    In,
    Any,
}

/// <summary>What a line of the bank says of the work.</summary>
public enum BankShows
{
    /// <summary>The work was done by then: what is paid had been declared or prepared before.</summary>
    DoneByThen,

    /// <summary>The movement is the work itself.</summary>
    ThatDay,
}

/// <summary>By what lines of the bank are recognised, and what they fill. The first rule that fits wins.</summary>
/// <param name="Id">Stays the same when the rule is changed.</param>
/// <param name="Words">In the label, folded: all words of one of the alternatives that semicolons separate. "@" stands for the name of a provider.</param>
/// <param name="Least">The amount without its sign is at least so much; null for any.</param>
/// <param name="Most">The amount without its sign is at most so much; null for any.</param>
/// <param name="Template">Number of the ready commitment that it fills; null for the commitment, or none.</param>
/// <param name="CommitmentId">The commitment that it fills; goes before the ready one.</param>
public sealed record BankRule(Guid Id, string Name, string Words, BankSign Sign, BankShows Shows, decimal? Least = null, decimal? Most = null, int? Template = null, Guid? CommitmentId = null)
{
    public const int MaxNameLength = 80;
    public const int MaxWordsLength = 400;
    public const string ProviderMark = "@";

    /// <summary>Whether what it knows fills something; else it only gives the line a name.</summary>
    internal bool Fills => Template is not null || CommitmentId is not null || Words.Contains(ProviderMark, StringComparison.Ordinal);

    /// <summary>Whether it knows a line; and the provider whose name stands there, for a rule about providers.</summary>
    internal bool Fits(BankLine line, string folded, IReadOnlyList<Provider> providers, out Provider? provider)
    {
        provider = null;
        var size = Math.Abs(line.Amount);
        if ((Sign == BankSign.Out && line.Amount >= 0) || (Sign == BankSign.In && line.Amount <= 0) || size < Least || size > Most)
        {
            return false;
        }

        foreach (var alternative in Words.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = Folded.Of(alternative).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0 && Array.TrueForAll(words, word => word == ProviderMark || Holds(folded, word)) && (!words.Contains(ProviderMark) || (provider = ProviderIn(folded, providers)) is not null))
            {
                return true;
            }
        }

        return false;
    }

    // A word of the rule begins a word of the label: "salaire" knows "SALAIRES", and "dsn" does not know "grandsnack".
    private static bool Holds(string folded, string word)
    {
        for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsLetterOrDigit(folded[at - 1]) || (!char.IsLetter(folded[at - 1]) && char.IsLetter(word[0])))
            {
                return true;
            }
        }

        return false;
    }

    // All words of the name that distinguish it; banks cut labels, so the last may be begun only.
    private static Provider? ProviderIn(string folded, IReadOnlyList<Provider> providers) =>
        providers.Where(row => NameWords(row.Name) is { Count: > 0 } words && words.TrueForAll(word => Holds(folded, word))).MaxBy(row => row.Name.Length);

    private static readonly HashSet<string> _common = new(StringComparer.Ordinal)
        { "cabinet", "bureau", "societe", "sarl", "sas", "sasu", "sa", "eurl", "sci", "selarl", "scp", "et", "de", "du", "des", "la", "le", "les", "associes", "conseil", "conseils", "groupe", "expertise", "comptable" };

    private static List<string> NameWords(string name)
    {
        var words = string.Concat(Folded.Of(name).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        return words.FindAll(word => !_common.Contains(word) && word.Length > 2) is { Count: > 0 } own ? own : words.Count > 1 ? words : [];
    }
}

/// <summary>The rules of a company: its own once it has changed any, else the ready ones.</summary>
internal static class BankRules
{
    public const int MaxRules = 100;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>
    /// What French banks write. A payment follows what was declared or prepared: it bounds the work and does not date it. Who collects: URSSAF the social
    /// charges that the DSN declares, DGFiP the VAT and taxes.
    /// </summary>
    public static IReadOnlyList<BankRule> Ready { get; } =
    [
        Rule(1, "TVA (DGFiP)", "dgfip tva; impot tva; tva 3310; impots tva; tva ca3; finances publiques tva; telereglement tva; dgfip ca3", BankSign.Out, BankShows.DoneByThen, ReadyCommitments.VatFiled),
        Rule(2, "URSSAF", "urssaf; cotisations sociales", BankSign.Out, BankShows.DoneByThen, ReadyCommitments.PayrollReturnAccepted),
        Rule(3, "Salaires", "salaire; salaires; vir paie; virement paie; virements paie; vir paye; remuneration; net a payer; salary; payroll", BankSign.Out, BankShows.DoneByThen, ReadyCommitments.PayslipsDelivered),
        Rule(4, "Impôt sur les sociétés et autres impôts (DGFiP)", "dgfip is; impot societes; impot sur les societes; acompte is; dgfip cfe; dgfip cvae; cfe", BankSign.Out, BankShows.DoneByThen, null),
        Rule(5, "Prélèvement à la source", "dgfip pas; prelevement a la source; pasdsn; pas dsn; pas-dsn", BankSign.Out, BankShows.DoneByThen, ReadyCommitments.PayrollReturnAccepted),
        Rule(6, "Retraite et prévoyance", "agirc; arrco; malakoff; humanis; ag2r; klesia; pro btp; probtp; retraite; prevoyance; mutuelle", BankSign.Out, BankShows.DoneByThen, null),
        Rule(7, "Honoraires d’un prestataire", "@", BankSign.Out, BankShows.ThatDay, null),
    ];

    public static IReadOnlyList<BankRule> Of(string? json) => json is null ? Ready : JsonSerializer.Deserialize<List<BankRule>>(json, _json) ?? Ready;

    public static string ToJson(IReadOnlyList<BankRule> rules) => JsonSerializer.Serialize(rules, _json);

    private static BankRule Rule(int number, string name, string words, BankSign sign, BankShows shows, int? template) =>
        new(new Guid(number, 0, 0, new byte[8]), name, words, sign, shows, Template: template);

    /// <summary>The commitments that a line known by a rule may fill: the named one, those made from the ready one, or what the provider is paid by.</summary>
    public static IReadOnlyList<Commitment> TargetsOf(BankRule rule, Provider? provider, IReadOnlyList<Commitment> commitments) => rule switch
    {
        { CommitmentId: { } id } => [.. commitments.Where(row => row.Id == id)],
        { Template: { } template } => [.. commitments.Where(row => row.TemplateNumber == template)],
        _ when provider is not null => [.. commitments.Where(row => row.ProviderId == provider.Id && (row.TemplateNumber == ReadyCommitments.ProviderInvoicePaid || (row.TemplateNumber is null && IsPayment(row.Name))))],
        _ => [],
    };

    private static bool IsPayment(string name) => Array.Exists(["paiement", "paye", "regle", "honoraire", "payment", "paid", "virement"], word => Folded.Of(name).Contains(word, StringComparison.Ordinal));
}
