using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>Makes the by-products of a check once the file is read.</summary>
internal static class MakeBooks
{
    public static FecBooks Run(ControlMatter matter, Fec08Lettering lettering, OpenItems open, Fec13Benford benford, Fec09Vat vat, ValidationDelays delays) => new()
    {
        TrialBalance = TrialBalance(matter),
        ThirdParties = ThirdParties(matter, open),
        Journals = Journals(matter),
        Months = Months(matter.Books, vat.Months(matter.Books)),
        Figures = MakeFigures.Run(matter.Books),
        Benford = benford.Distribution(),
        Lettering = new(lettering.LetteredLines, lettering.Groups, lettering.OpenLines),
        ValidationDelays = delays.Classes,
        LastBankEntry = MakeComparison.LastBank(matter.Books),
    };

    private static ImmutableArray<AccountBalance> TrialBalance(ControlMatter matter) =>
    [
        .. AccountBalances.Of(matter.Books)
            .Select(account => new AccountBalance(
                matter.NameOf(matter.Books.Accounts, account.Account),
                matter.NameOf(matter.Books.Names, matter.Books.AccountStates[account.Account].NameId),
                account.Opening.ToDecimal(),
                account.Debit.ToDecimal(),
                account.Credit.ToDecimal()))
            .OrderBy(account => account.Account, StringComparer.Ordinal),
    ];

    private static ImmutableArray<ThirdPartyBalance> ThirdParties(ControlMatter matter, OpenItems open)
    {
        var books = matter.Books;
        var thirdParties = new List<ThirdPartyBalance>();
        for (var sub = 0; sub < books.SubAccounts.Count; sub++)
        {
            var account = books.SubAccounts.ScopeOf(sub);
            if (books.SubAccounts[sub].IsEmpty && !books.AccountStates[account].Class.Is(AccountClass.ThirdParty))
            {
                continue;
            }

            var state = books.SubAccountStates[sub];
            thirdParties.Add(new(
                matter.NameOf(books.Accounts, account), matter.NameOf(books.SubAccounts, sub), matter.NameOf(books.Names, state.NameId),
                state.Debit.ToDecimal(), state.Credit.ToDecimal(), [.. open.Of(sub).Select(amount => amount.ToDecimal())]));
        }

        return [.. thirdParties.OrderBy(party => party.Account, StringComparer.Ordinal).ThenBy(party => party.Auxiliary, StringComparer.Ordinal)];
    }

    private static ImmutableArray<JournalActivity> Journals(ControlMatter matter) =>
    [
        .. Enumerable.Range(0, matter.Books.Journals.Count).Select(journal =>
        {
            var state = matter.Books.JournalStates[journal];
            return new JournalActivity(
                matter.NameOf(matter.Books.Journals, journal), matter.NameOf(matter.Books.Names, state.NameId), state.Entries, state.Lines,
                state.Debit.ToDecimal(), state.Credit.ToDecimal(), Day(state.FirstDay), Day(state.LastDay));
        }),
    ];

    private static ImmutableArray<MonthActivity> Months(RunningBooks books, SortedDictionary<int, VatMonth> vat) =>
        [.. books.Months.Select(month => Month(month.Key, month.Value, vat.GetValueOrDefault(month.Key)))];

    private static MonthActivity Month(int month, MonthState state, VatMonth vat) => new(
        new(month / 12, (month % 12) + 1, 1), state.Lines, state.Debit.ToDecimal(), state.Bank, state.Sales, state.Purchases, state.Payroll, state.VatLines,
        vat.Collected.ToDecimal(), vat.Deductible.ToDecimal(), vat.Paid.ToDecimal());

    private static DateOnly? Day(int number) => number > 0 ? DateOnly.FromDayNumber(number) : null;
}
