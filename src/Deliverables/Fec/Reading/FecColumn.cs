namespace Pupitre.Deliverables.Fec;

/// <summary>The columns that the law names (LPF art. A47 A-1, VII and VIII), in its order.</summary>
internal enum FecColumn
{
    JournalCode,
    JournalLib,
    EcritureNum,
    EcritureDate,
    CompteNum,
    CompteLib,
    CompAuxNum,
    CompAuxLib,
    PieceRef,
    PieceDate,
    EcritureLib,
    Debit,
    Credit,
    EcritureLet,
    DateLet,
    ValidDate,
    Montantdevise,
    Idevise,
    DateRglt,
    ModeRglt,
    NatOp,
    IdClient,
    Montant,
    Sens,
}

internal static class FecColumns
{
    public const int Count = 24;

    /// <summary>The first eighteen: those of every regime.</summary>
    public const int Common = 18;

    public static readonly string[] Names = Enum.GetNames<FecColumn>();

    /// <summary>A set of columns is a number with a bit for each.</summary>
    public static int Bit(FecColumn column) => 1 << (int)column;
}
