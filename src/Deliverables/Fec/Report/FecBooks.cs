using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>What the lines of the file add up to. Amounts are euros; a balance is debit less credit.</summary>
public sealed record FecBooks
{
    /// <summary>Books of a file that could not be read.</summary>
    public static FecBooks Empty { get; } = new();

    /// <summary>The trial balance, by account number.</summary>
    public ImmutableArray<AccountBalance> TrialBalance { get; init; } = [];

    /// <summary>Balances of customers and suppliers (accounts 40 and 41), with the age of what is not lettered, and of whatever bears an auxiliary account.</summary>
    public ImmutableArray<ThirdPartyBalance> ThirdParties { get; init; } = [];

    /// <summary>The journals, in the order of their first line.</summary>
    public ImmutableArray<JournalActivity> Journals { get; init; } = [];

    /// <summary>Activity by month, ascending.</summary>
    public ImmutableArray<MonthActivity> Months { get; init; } = [];

    /// <summary>Five figures to hold against the filed accounts.</summary>
    public AccountsFigures Figures { get; init; } = new(0, 0, 0, 0, 0);

    /// <summary>First digits of the amounts.</summary>
    public BenfordDistribution Benford { get; init; } = new([], 0, 0);

    /// <summary>Lettering.</summary>
    public LetteringState Lettering { get; init; } = new(0, 0, 0);

    /// <summary>Days from entry date to validation date: how many lines in each class of delay.</summary>
    public ImmutableArray<DelayClass> ValidationDelays { get; init; } = [];

    /// <summary>Day of the last bank entry (512), opening balances apart; null without one.</summary>
    public DateOnly? LastBankEntry { get; init; }
}

/// <summary>An account of the trial balance.</summary>
public sealed record AccountBalance(string Account, string Name, decimal Opening, decimal Debit, decimal Credit)
{
    /// <summary>Debit less credit, opening balances included.</summary>
    public decimal Balance => Debit - Credit;
}

/// <summary>A customer, a supplier or another auxiliary account.</summary>
/// <param name="Account">General account.</param>
/// <param name="Auxiliary">Auxiliary account; empty for a general account that bears none.</param>
/// <param name="Name">Name of the auxiliary account, else of the account.</param>
/// <param name="Debit">Sum of the debits.</param>
/// <param name="Credit">Sum of the credits.</param>
/// <param name="Open">What is not lettered, by age at the end of the file: up to 30 days, 60, 90, 180, more.</param>
public sealed record ThirdPartyBalance(string Account, string Auxiliary, string Name, decimal Debit, decimal Credit, ImmutableArray<decimal> Open)
{
    /// <summary>Debit less credit.</summary>
    public decimal Balance => Debit - Credit;
}

/// <summary>A journal.</summary>
public sealed record JournalActivity(string Code, string Name, long Entries, long Lines, decimal Debit, decimal Credit, DateOnly? FirstEntry, DateOnly? LastEntry);

/// <summary>A month of the file.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Lines">Lines dated in it, of all journals but opening balances.</param>
/// <param name="Debit">Sum of their debits.</param>
/// <param name="Bank">Lines on bank accounts (512).</param>
/// <param name="Sales">Lines on sales (70).</param>
/// <param name="Purchases">Lines on purchases and outside services (60 to 62).</param>
/// <param name="Payroll">Lines on wages (64).</param>
/// <param name="VatLines">Lines on VAT (445).</param>
/// <param name="VatCollected">Credits of 44571: the entries that clear it into a return are debits.</param>
/// <param name="VatDeductible">Debits of 4456.</param>
/// <param name="VatPaid">Debits of 4455.</param>
public sealed record MonthActivity(
    DateOnly Month, long Lines, decimal Debit, long Bank, long Sales, long Purchases, long Payroll, long VatLines, decimal VatCollected, decimal VatDeductible, decimal VatPaid);

/// <summary>Five figures of the accounts, in euros.</summary>
/// <param name="Result">Accounts of class 7 less class 6: a profit is positive.</param>
/// <param name="Turnover">Accounts 70, credit less debit.</param>
/// <param name="TotalAssets">Net: fixed assets and stocks less their depreciation, and debit balances of classes 4 and 5, third party by third party.</param>
/// <param name="Equity">Accounts 10 to 14, and the result while it is not booked.</param>
/// <param name="Cash">Accounts 512 to 517 and 53 that are in debit.</param>
public sealed record AccountsFigures(decimal Result, decimal Turnover, decimal TotalAssets, decimal Equity, decimal Cash);

/// <summary>First digits against Benford's law.</summary>
/// <param name="Counts">Amounts whose first digit is 1, 2, ... 9.</param>
/// <param name="Amounts">How many amounts were looked at.</param>
/// <param name="MeanAbsoluteDeviation">Mean over the nine digits of the distance between the share seen and the share expected, between 0 and 1.</param>
public sealed record BenfordDistribution(ImmutableArray<long> Counts, long Amounts, double MeanAbsoluteDeviation)
{
    /// <summary>The shares that the law expects of the digits 1 to 9.</summary>
    public static ImmutableArray<double> Expected { get; } = [.. Enumerable.Range(1, 9).Select(digit => Math.Log10(1 + (1.0 / digit)))];
}

/// <summary>Lettering: matching invoices with their payments.</summary>
/// <param name="LetteredLines">Lines that bear a letter.</param>
/// <param name="Groups">Distinct letters of an account.</param>
/// <param name="OpenLines">Lines of 401 and 411 without a letter.</param>
public sealed record LetteringState(long LetteredLines, long Groups, long OpenLines);

/// <summary>A class of delay.</summary>
/// <param name="UpToDays">Upper bound, included; null for the last class.</param>
/// <param name="Lines">How many lines.</param>
public sealed record DelayClass(int? UpToDays, long Lines);
