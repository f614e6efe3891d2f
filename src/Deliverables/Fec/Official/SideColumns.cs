namespace Pupitre.Deliverables.Fec;

/// <summary>
/// Where the tax office's tool finds debit and credit: of Debit and Montant, and of Credit and Sens, the one that stands last; without any, the first column of
/// the file.
/// </summary>
internal static class SideColumns
{
    /// <summary>Whether they are Debit and Credit alone, or Montant with Sens alone: what the books read too.</summary>
    public static bool AreUsual(FecHeader header) => header.IsConverted
        ? !header.Has(FecColumn.Debit) && !header.Has(FecColumn.Credit) && !header.HasTwoSides
        : header.Has(FecColumn.Debit) && header.Has(FecColumn.Credit) && !header.Has(FecColumn.Montant) && !header.Has(FecColumn.Sens);

    public static FecColumn? Debit(FecHeader header) => Last(header, FecColumn.Debit, FecColumn.Montant);

    public static FecColumn? Credit(FecHeader header) => Last(header, FecColumn.Credit, FecColumn.Sens);

    /// <summary>Whether a side is zero on a line.</summary>
    public static bool IsZero(FecLine line, FecColumn? column, bool isConverted)
    {
        if (!isConverted || column is not (FecColumn.Montant or FecColumn.Sens))
        {
            return AmountText.IsOfficialZero(column is { } known ? line[known] : line.First);
        }

        var isCredit = line[FecColumn.Sens].Trim(" \t\v\f"u8) is [(byte)'C' or (byte)'c'] or [(byte)'-', (byte)'1'];
        return isCredit != (column == FecColumn.Sens) || AmountText.IsOfficialZero(line[FecColumn.Montant]);
    }

    private static FecColumn? Last(FecHeader header, FecColumn first, FecColumn second)
    {
        var (one, other) = (header.Fields.IndexOf(first), header.Fields.IndexOf(second));
        return one < 0 && other < 0 ? null : one > other ? first : second;
    }
}
