namespace Pupitre.Sample.World;

/// <summary>
/// The books of one calendar year as the accounting firm keeps them, up to the end of a month and as far as it has registered by a
/// day: told from the invoices, payments and salaries of the sample company, so that they agree with everything else that is known of it.
/// </summary>
/// <remarks>Numbers run by journal in the order of registration, so that a later file continues an earlier one.</remarks>
internal sealed class Bookkeeping(SampleWorld world, int year, DateOnly upTo, DateOnly knownOn)
{
    private const decimal VatShare = 0.2m;
    private const decimal GrossPay = 96_480.00m;
    private const decimal EmployerShare = 0.42m;
    private const decimal NetShare = 0.78m;

    /// <summary>What the sites bring each month before tax, beside the invoices that are followed one by one.</summary>
    private const decimal SitesNet = 118_000.00m;

    private static readonly BookParty _sites = new("C90", "Maîtres d'ouvrage, situations de travaux");
    private readonly DateOnly _first = new(year, 1, 1);

    /// <summary>Last day that the firm has entered of the bank.</summary>
    public required DateOnly BankUpTo { get; init; }

    /// <summary>A purchase whose account the firm changed although it was definitive; null when it did not.</summary>
    public string? ReclassifiedPiece { get; init; }

    /// <summary>False when the firm had not made its entries definitive.</summary>
    public bool IsValidated { get; init; } = true;

    public IEnumerable<BookEntry> Entries() =>
        new[] { Opening() }.Concat(Numbered(Purchases())).Concat(Numbered(Sales().Concat(Sites()).OrderBy(entry => entry.Date).ThenBy(entry => entry.Piece, StringComparer.Ordinal))).Concat(Numbered(Payroll())).Concat(Numbered(Vat())).Concat(Numbered(Bank()));

    private static IEnumerable<BookEntry> Numbered(IEnumerable<BookEntry> entries) => entries.Select((entry, place) => entry with { Number = place + 1 });

    private BookEntry Opening() => new(BookJournal.Opening, 1, _first, OpeningPiece, "À-nouveaux", Validated(_first),
    [
        Debit(BookAccount.Machines, 240_000m), Debit(BookAccount.Stock, 40_000m), Settled(Debit(BookAccount.Customers, OpenSales) with { Party = BookParty.Customer(Cast.Customers[0]) }), Debit(BookAccount.Bank, 391_200.35m),
        Credit(BookAccount.Capital, 150_000m), Credit(BookAccount.Reserves, 386_420.50m - OpenSocial - OpenVat), Credit(BookAccount.LastResult, 41_873.20m), Credit(BookAccount.MachinesWorn, 120_000m),
        Settled(Credit(BookAccount.Suppliers, OpenPurchases) with { Party = BookParty.Supplier(Cast.Suppliers[0]) }), Credit(BookAccount.SocialCharges, OpenSocial), Credit(BookAccount.VatToPay, OpenVat),
    ]);

    // What was open when the year began is settled in its first month.
    private IEnumerable<BookEntry> SettledOpening()
    {
        yield return Paid(SettledOn, OpeningPiece, $"Encaissement {Cast.Customers[0]}", [Debit(BookAccount.Bank, OpenSales), Settled(Credit(BookAccount.Customers, OpenSales) with { Party = BookParty.Customer(Cast.Customers[0]) })]);
        yield return Paid(SettledOn, OpeningPiece, $"Virement {Cast.Suppliers[0]}", [Settled(Debit(BookAccount.Suppliers, OpenPurchases) with { Party = BookParty.Supplier(Cast.Suppliers[0]) }), Credit(BookAccount.Bank, OpenPurchases)]);
        yield return Paid(DebitDay(_first.AddMonths(-1), Cast.SocialDay), OpeningPiece, "Prélèvement URSSAF", [Debit(BookAccount.SocialCharges, OpenSocial), Credit(BookAccount.Bank, OpenSocial)]);
        yield return Paid(DebitDay(_first.AddMonths(-1), Cast.VatDay), OpeningPiece, "Télérèglement TVA", [Debit(BookAccount.VatToPay, OpenVat), Credit(BookAccount.Bank, OpenVat)]);
    }

    private const decimal OpenSales = 88_300m;
    private const decimal OpenPurchases = 61_206.65m;
    private const decimal OpenSocial = 62_480m;
    private const decimal OpenVat = 12_310m;

    private string OpeningPiece => $"AN{year}";

    private DateOnly SettledOn => SampleDays.OnOrAfter(_first.AddDays(18));

    private BookLine Settled(BookLine line) => Lettered(line, OpeningPiece, SettledOn);

    private IEnumerable<BookEntry> Purchases() =>
        from invoice in world.SupplierInvoices
        where IsOfYear(invoice.Issued) && invoice.Registered <= knownOn
        orderby invoice.Registered, invoice.Number
        let net = Net(invoice.Amount)
        let account = invoice.Number == ReclassifiedPiece ? BookAccount.Maintenance : BookAccount.Of(invoice.Supplier)
        select new BookEntry(BookJournal.Purchases, 0, invoice.Issued, invoice.Number, $"{invoice.Supplier} {invoice.Number}", Validated(invoice.Registered!.Value),
        [
            Debit(account, net), Debit(BookAccount.VatDeductible, invoice.Amount - net),
            Lettered(Credit(BookAccount.Suppliers, invoice.Amount) with { Party = BookParty.Supplier(invoice.Supplier) }, invoice.Number, invoice.Paid),
        ]);

    private IEnumerable<BookEntry> Sales() =>
        from invoice in world.CustomerInvoices
        where IsOfYear(invoice.Issued)
        orderby invoice.Issued, invoice.Number
        let net = Net(invoice.Amount)
        select new BookEntry(BookJournal.Sales, 0, invoice.Issued, invoice.Number, $"{invoice.Customer} {invoice.Number}", Validated(invoice.Issued),
        [
            Lettered(Debit(BookAccount.Customers, invoice.Amount) with { Party = BookParty.Customer(invoice.Customer) }, invoice.Number, invoice.Paid),
            Credit(BookAccount.Work, net), Credit(BookAccount.VatCollected, invoice.Amount - net),
        ]);

    private IEnumerable<BookEntry> Sites() =>
        from month in Months()
        let net = Site(month)
        select new BookEntry(BookJournal.Sales, 0, EndOf(month), $"ST{month:yyMM}", $"Situations de travaux {month:MM/yyyy}", Validated(EndOf(month)),
            [Lettered(Debit(BookAccount.Customers, net + Tax(net)) with { Party = _sites }, SitePiece(month), SitePaid(month)), Credit(BookAccount.Work, net), Credit(BookAccount.VatCollected, Tax(net))]);

    private IEnumerable<BookEntry> Payroll() =>
        from month in Months()
        let gross = Gross(month)
        select new BookEntry(BookJournal.Payroll, 0, EndOf(month), $"PAIE{month:yyMM}", $"Salaires {month:MM/yyyy}", Validated(EndOf(month)),
            [Debit(BookAccount.Wages, gross), Debit(BookAccount.EmployerCharges, Charges(gross)), Credit(BookAccount.NetPay, NetPay(gross)), Credit(BookAccount.SocialCharges, Social(gross))]);

    private static decimal NetPay(decimal gross) => decimal.Round(gross * NetShare, 2);

    private static decimal Charges(decimal gross) => decimal.Round(gross * EmployerShare, 2);

    private static decimal Social(decimal gross) => gross + Charges(gross) - NetPay(gross);

    private IEnumerable<BookEntry> Vat() =>
        from month in Months()
        let collected = Collected(month)
        let deductible = Deductible(month)
        where collected > 0
        select new BookEntry(BookJournal.Various, 0, EndOf(month), $"TVA{month:yyMM}", $"TVA {month:MM/yyyy}", Validated(EndOf(month)),
            [Debit(BookAccount.VatCollected, collected), Credit(BookAccount.VatDeductible, deductible), Credit(BookAccount.VatToPay, collected - deductible)]);

    private decimal Collected(DateOnly month) => Tax(Site(month)) + world.CustomerInvoices.Where(invoice => IsOf(invoice.Issued, month)).Sum(invoice => invoice.Amount - Net(invoice.Amount));

    private decimal Deductible(DateOnly month) => Math.Min(
        Collected(month), world.SupplierInvoices.Where(invoice => IsOf(invoice.Issued, month) && invoice.Registered <= EndOf(month)).Sum(invoice => invoice.Amount - Net(invoice.Amount)));

    private IEnumerable<BookEntry> Bank() => Payments().Where(payment => payment.Date >= _first && payment.Date <= BankUpTo).OrderBy(payment => payment.Date).ThenBy(payment => payment.Piece, StringComparer.Ordinal);

    private IEnumerable<BookEntry> Payments()
    {
        foreach (var settled in SettledOpening())
        {
            yield return settled;
        }

        foreach (var invoice in world.SupplierInvoices.Where(invoice => invoice.Paid is not null && invoice.Registered <= knownOn && IsOfYear(invoice.Issued)))
        {
            var line = Lettered(Debit(BookAccount.Suppliers, invoice.Amount) with { Party = BookParty.Supplier(invoice.Supplier) }, invoice.Number, invoice.Paid);
            yield return Paid(invoice.Paid!.Value, invoice.Number, $"Virement {invoice.Supplier}", [line, Credit(BookAccount.Bank, invoice.Amount)]);
        }

        foreach (var invoice in world.CustomerInvoices.Where(invoice => invoice.Paid is not null && IsOfYear(invoice.Issued)))
        {
            var line = Lettered(Credit(BookAccount.Customers, invoice.Amount) with { Party = BookParty.Customer(invoice.Customer) }, invoice.Number, invoice.Paid);
            yield return Paid(invoice.Paid!.Value, invoice.Number, $"Encaissement {invoice.Customer}", [Debit(BookAccount.Bank, invoice.Amount), line]);
        }

        foreach (var (month, gross) in Months().Select(month => (month, Gross(month))))
        {
            var net = NetPay(gross);
            yield return Paid(SampleDays.OnOrBefore(new DateOnly(month.Year, month.Month, Cast.PayDay)), $"SAL{month:yyMM}", $"Virement des salaires {month:MM/yyyy}", [Debit(BookAccount.NetPay, net), Credit(BookAccount.Bank, net)]);
            var site = Site(month) + Tax(Site(month));
            yield return Paid(SitePaid(month), $"ST{month:yyMM}", $"Encaissement des situations de travaux {month:MM/yyyy}", [Debit(BookAccount.Bank, site), Lettered(Credit(BookAccount.Customers, site) with { Party = _sites }, SitePiece(month), SitePaid(month))]);
            yield return Paid(SampleDays.OnOrBefore(EndOf(month)), $"RLV{month:yyMM}", "Virement reçu, à identifier", [Debit(BookAccount.Bank, Unknown(month)), Credit(BookAccount.Suspense, Unknown(month))]);
            yield return Paid(DebitDay(month, Cast.SocialDay), $"URS{month:yyMM}", $"Prélèvement URSSAF {month:MM/yyyy}", [Debit(BookAccount.SocialCharges, Social(gross)), Credit(BookAccount.Bank, Social(gross))]);
            var vat = Collected(month) - Deductible(month);
            yield return Paid(DebitDay(month, Cast.VatDay), $"TVA{month:yyMM}", $"Télérèglement TVA {month:MM/yyyy}", [Debit(BookAccount.VatToPay, vat), Credit(BookAccount.Bank, vat)]);
        }
    }

    // Contributions and VAT are debited on their day of the next month.
    private static DateOnly DebitDay(DateOnly month, int day) => SampleDays.OnOrAfter(new DateOnly(month.Year, month.Month, day).AddMonths(1));

    private BookEntry Paid(DateOnly date, string piece, string label, IReadOnlyList<BookLine> lines) => new(BookJournal.Bank, 0, date, piece, label, Validated(date), lines);

    private IEnumerable<DateOnly> Months() => Enumerable.Range(0, 12).Select(_first.AddMonths).Where(month => EndOf(month) <= upTo && month >= world.Payroll[0].Month);

    private bool IsOfYear(DateOnly day) => day >= _first && day <= upTo;

    private static bool IsOf(DateOnly day, DateOnly month) => day >= month && day <= EndOf(month);

    private static DateOnly EndOf(DateOnly month) => month.AddMonths(1).AddDays(-1);

    private static decimal Net(decimal amount) => decimal.Round(amount / (1 + VatShare), 2);

    private static decimal Site(DateOnly month) => SitesNet + Vary.Between(-900_000, 1_400_000, "site", (month.Year * 12) + month.Month) / 100m;

    private static decimal Tax(decimal net) => decimal.Round(net * VatShare, 2);

    private static string SitePiece(DateOnly month) => $"ST{month:yyMM}";

    private static DateOnly SitePaid(DateOnly month) => SampleDays.OnOrAfter(month.AddMonths(1).AddDays(19));

    private static decimal Gross(DateOnly month) => GrossPay + Vary.Between(-180_000, 240_000, "gross", (month.Year * 12) + month.Month) / 100m;

    private static decimal Unknown(DateOnly month) => Vary.Between(9_000, 64_000, "unknown", (month.Year * 12) + month.Month) / 100m;

    /// <summary>The firm makes a month definitive on the eighth business day of the next one.</summary>
    private DateOnly? Validated(DateOnly registered) => !IsValidated ? null : Earlier(SampleDays.OfMonth(SampleDays.First(registered).AddMonths(1), 8), knownOn);

    private static DateOnly Earlier(DateOnly day, DateOnly other) => day < other ? day : other;

    private BookLine Lettered(BookLine line, string piece, DateOnly? paid) => paid is { } day && day <= BankUpTo ? line with { Letter = LetterOf(piece), LetteredOn = day } : line;

    /// <summary>The number of the invoice, which matches it with its payment.</summary>
    private static string LetterOf(string piece) => piece.Replace("-", "", StringComparison.Ordinal)[2..];

    private static BookLine Debit(BookAccount account, decimal amount) => new(account, amount, 0);

    private static BookLine Credit(BookAccount account, decimal amount) => new(account, 0, amount);
}
