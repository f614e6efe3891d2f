using System.Text;
using System.Text.RegularExpressions;
using Pupitre.Deliverables.Identifiers;
using Pupitre.Kernel;

namespace Pupitre.Recognition.Contents;

/// <summary>
/// Reads whom a paper is about. A number belongs to the nearest word before it that says whose it is: those of a declarant, a seller, a bank or an
/// administration are never the subject's. Several companies that contradict each other are none.
/// </summary>
internal static partial class ReadSubject
{
    /// <summary>Beyond, papers speak of other things.</summary>
    public const int MaxText = 20_000;

    private const int MatchTimeoutMs = 10_000;
    private const int MaxNumberDistance = 300;
    private const int MaxLabelTail = 40;
    private const int MaxName = 120;

    private enum Side
    {
        Nobody,
        Subject,
        Provider,
        Other,
    }

    /// <param name="text">As the paper writes it, line by line.</param>
    /// <param name="isOfAuthority">An authority wrote it: the only number in it is that of whom it writes to.</param>
    public static ReadIdentities Of(string text, bool isOfAuthority)
    {
        var plain = Plain(text.Cut(MaxText));
        var isOfBank = plain.Contains("titulaire", StringComparison.Ordinal) || plain.Contains("releve de compte", StringComparison.Ordinal);
        var labels = Labels(plain, isOfBank);
        var numbers = Numbers(plain, labels);
        var subject = OneOf(numbers, Side.Subject) ?? (isOfAuthority ? OnlyNumber(numbers) : null);
        var subjectName = NameAfter(text, plain, labels, Side.Subject);
        var provider = OneOf(numbers, Side.Provider);
        var providerName = NameAfter(text, plain, labels, Side.Provider);
        var isContradicted = subject is null && numbers.Exists(number => number.Side == Side.Subject);
        return new(
            isContradicted || (subject is null && subjectName is null) ? null
                : new ReadIdentity(subject, subjectName, numbers.Exists(number => number.Side == Side.Subject) || subject is null ? IdentityPlace.Label : IdentityPlace.OnlyNumber),
            provider is null && providerName is null ? null : new ReadIdentity(provider, providerName, IdentityPlace.Label));
    }

    private static List<Label> Labels(string plain, bool isOfBank)
    {
        var labels = new List<Label>();
        foreach (Match match in LabelWord().Matches(plain))
        {
            if (Leads(plain, match.Index + match.Length))
            {
                var side = match.Groups["subject"].Success ? Side.Subject : match.Groups["provider"].Success ? Side.Provider : Side.Other;
                labels.Add(new Label(match.Index, match.Index + match.Length, isOfBank && match.Value.StartsWith("etablissement", StringComparison.Ordinal) ? Side.Other : side));
            }
        }

        return labels;
    }

    // A word says whose something is when a colon or a number follows it in its line, or when it stands there alone.
    private static bool Leads(string plain, int end)
    {
        var tail = plain.Substring(end, Math.Min(MaxLabelTail, plain.Length - end));
        tail = tail.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var next ? tail[..next] : tail;
        return tail.AsSpan().Trim().IsEmpty || tail.Contains(':', StringComparison.Ordinal) || tail.Contains("siren", StringComparison.Ordinal) || tail.Contains("siret", StringComparison.Ordinal);
    }

    private static List<Number> Numbers(string plain, List<Label> labels)
    {
        var numbers = new List<Number>();
        foreach (Match match in DigitGroups().Matches(plain))
        {
            var digits = string.Concat(match.Value.Where(char.IsAsciiDigit));
            var vat = match.Groups["vat"].Success;
            digits = vat ? digits[2..] : digits;
            var label = labels.FindLastIndex(candidate => candidate.End <= match.Index);
            // "SIRET de l'établissement :" names the number before the word that says whose it is.
            var from = label >= 0 ? Math.Max(plain.LastIndexOf('\n', labels[label].Start) + 1, labels[label].Start - MaxLabelTail) : Math.Max(0, match.Index - MaxLabelTail);
            var near = plain[Math.Max(from, match.Index - MaxNumberDistance)..match.Index];
            var isNamed = vat || near.Contains("siren", StringComparison.Ordinal) || near.Contains("siret", StringComparison.Ordinal);
            var isOfLabel = label >= 0 && match.Index - labels[label].End <= MaxNumberDistance;
            if (isNamed || (isOfLabel && HasKey(digits)))
            {
                numbers.Add(new Number(digits, isOfLabel ? labels[label].Side : Side.Nobody));
            }
        }

        return numbers;
    }

    private static bool HasKey(string digits) => digits.Length == Siren.Length ? Siren.HasValidKey(digits) : Siret.IsValid(digits);

    // The most exact of the numbers when they name one company.
    private static string? OneOf(List<Number> numbers, Side side)
    {
        var own = numbers.Where(number => number.Side == side).Select(number => number.Digits).ToList();
        return own.Select(SirenOf).Distinct().Count() == 1 ? own.MaxBy(digits => digits.Length) : null;
    }

    private static string? OnlyNumber(List<Number> numbers)
    {
        var others = numbers.Where(number => number.Side is Side.Provider or Side.Other).Select(number => SirenOf(number.Digits)).ToHashSet(StringComparer.Ordinal);
        var nobodys = numbers.FindAll(number => number.Side == Side.Nobody && !others.Contains(SirenOf(number.Digits)));
        return numbers.Exists(number => number.Side == Side.Subject) ? null : OneOf(nobodys, Side.Nobody);
    }

    private static string SirenOf(string digits) => digits[..Siren.Length];

    private static string? NameAfter(string text, string plain, List<Label> labels, Side side)
    {
        foreach (var label in labels.Where(label => label.Side == side))
        {
            var end = plain.IndexOf('\n', label.End) is >= 0 and var next ? next : plain.Length;
            var colon = plain.IndexOf(':', label.End, end - label.End);
            // "Mois principal déclaré : septembre 2026" names no company.
            if (colon < 0 || colon - label.End > MaxLabelTail || plain.AsSpan(label.Start).StartsWith("declare", StringComparison.Ordinal))
            {
                continue;
            }

            var cut = NameEnd().Match(plain, colon + 1, end - colon - 1);
            var name = text[(colon + 1)..(cut.Success ? cut.Index : end)].Trim(' ', '\t', '\r', '-', ',', '"', '\u00A0');
            if (name.Length is > 1 and <= MaxName && name.Any(char.IsLetter))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The text letter by letter in lower case and without accents: every place in it is the same place of the text.</summary>
    internal static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            plain.Append(letter switch
            {
                '\n' => '\n',
                '’' or '‘' or '`' => '\'',
                _ when letter < 128 => char.ToLowerInvariant(letter),
                _ when char.IsWhiteSpace(letter) => ' ',
                _ when char.IsSurrogate(letter) => ' ',
                _ => char.ToLowerInvariant(letter.ToString().Normalize(NormalizationForm.FormD)[0]),
            });
        }

        return plain.ToString();
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Label(int Start, int End, Side Side);

    private readonly record struct Number(string Digits, Side Side);

    [GeneratedRegex(
        @"\b(?:(?<other>etablissement (?:bancaire|financier|teneur|de credit|payeur)|identifiant du flux|numero d'enregistrement|numero de depot|banque|agence|urssaf|msa|caisse|organisme|direction generale|service des impots|sie|greffe|point de depot|hebergeur|beneficiaire|salarie|iban|bic)"
        + @"|(?<provider>(?:tiers[- ]?)?declarant|emetteur|emettrice|expediteur|depose par|deposant|transmis par|mandataire|cabinet|expert[- ]comptable|partenaire edi|concentrateur|fournisseur|vendeur|prestataire|seller|supplier|sender|emis par|etabli par|bureau de paie|logiciel)"
        + @"|(?<subject>titulaire(?: du compte)?|account holder|account owner|facturee? a|adresse de facturation|bill(?:ed)? to|invoiced? to|buyer|acheteur|acquereur|customer|client|entreprise|societe|raison sociale|denomination(?: sociale)?|redevable|assujetti|contribuable|employeur|etablissement|pour le compte de|declaree?|company|dossier client))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex LabelWord();

    // Fourteen or nine digits as people group them, or the number for VAT that holds nine.
    [GeneratedRegex(@"(?<![\da-z])(?:(?<vat>fr ?\d{2}) ?)?\d{3}[ .]?\d{3}[ .]?\d{3}(?:[ .-]?\d{5})?(?![\d])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex DigitGroups();

    [GeneratedRegex(@" [-–—] | ?\(|\bsire[nt]\b|\bn° ?tva|   |;|\t|,", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex NameEnd();
}
