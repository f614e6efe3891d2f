namespace Pupitre.Recognition.Bank;

/// <summary>One movement of a bank account.</summary>
/// <param name="Line">Line of the file, or place among its movements, from 1.</param>
/// <param name="On">The day that the bank gives.</param>
/// <param name="Label">All words that the bank writes of it.</param>
/// <param name="Amount">Positive what came in, negative what went out.</param>
public sealed record BankLine(int Line, DateOnly On, string Label, decimal Amount);

/// <summary>What a file of a bank says.</summary>
/// <param name="Account">IBAN or number of the account; null when it is not there.</param>
/// <param name="Holder">Whose account it is, as the bank writes it; null when it is not there.</param>
/// <param name="Currency">Of the account; null when it is not there.</param>
/// <param name="Unread">Lines that hold something and could not be read, with why.</param>
public sealed record BankStatement(BankFormat Format, string? Account, string? Holder, string? Currency, IReadOnlyList<BankLine> Lines, IReadOnlyList<(int Line, string Why)> Unread);

/// <summary>How a bank writes its lines down.</summary>
public enum BankFormat
{
    Csv,
    Ofx,
    Camt,
}
