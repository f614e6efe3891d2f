using System.Collections.Frozen;
using System.Text;
using System.Text.Unicode;

namespace Pupitre.Deliverables.Fec;

/// <summary>The names of columns, as the tax office's tool compares them.</summary>
internal static class HeaderNames
{
    /// <summary>Its own names for the columns: a file that bears them is read as well.</summary>
    private static readonly (string Name, FecColumn Column)[] _inner =
    [
        ("CODE_JRNAL", FecColumn.JournalCode), ("LIB_JRNAL", FecColumn.JournalLib), ("NUM_ECR", FecColumn.EcritureNum), ("DATE_CPT", FecColumn.EcritureDate),
        ("NUM_CPTE_GEN", FecColumn.CompteNum), ("LIB_CPTE_GEN", FecColumn.CompteLib), ("NUM_CPT_AUX", FecColumn.CompAuxNum), ("LIB_CPT_AUX", FecColumn.CompAuxLib),
        ("NUM_PIECE", FecColumn.PieceRef), ("DATE_PIECE", FecColumn.PieceDate), ("LIB_ECRITURE", FecColumn.EcritureLib), ("MTN_DEBIT", FecColumn.Debit),
        ("MTN_CREDIT", FecColumn.Credit), ("CODE_LETTRAGE", FecColumn.EcritureLet), ("DATE_LETTRAGE", FecColumn.DateLet), ("VALID_DATE", FecColumn.ValidDate),
        ("MTN_DEVISE", FecColumn.Montantdevise), ("PAIEMENT_DATE", FecColumn.DateRglt), ("PAIEMENT_MODE", FecColumn.ModeRglt), ("PRESTATION", FecColumn.NatOp),
        ("CLIENT", FecColumn.IdClient),
    ];

    public static FrozenDictionary<string, FecColumn> Columns() => Enum.GetValues<FecColumn>().Select(column => (Name: column.ToString().ToUpperInvariant(), Column: column))
        .Concat(_inner).ToFrozenDictionary(pair => pair.Name, pair => pair.Column);

    /// <summary>A column that it knows, and asks nothing of: it is no extra one.</summary>
    public static bool IsIdle(string plain) => plain is "RESULT" or "ECR_TYPE";

    /// <summary>Rule TCD-05: case does not count, é and è in small letters are e, every byte of another sign is <c>_</c>.</summary>
    public static string Plain(byte[] name)
    {
        var utf8 = Utf8.IsValid(name) ? name : Encoding.UTF8.GetBytes(FileText.Latin9.GetString(name));
        var plain = new StringBuilder(utf8.Length);
        for (var at = 0; at < utf8.Length; at++)
        {
            var isE = utf8[at] == 0xC3 && at + 1 < utf8.Length && utf8[at + 1] is 0xA8 or 0xA9;
            at += isE ? 1 : 0;
            plain.Append(isE ? 'E' : char.IsAsciiLetterOrDigit((char)utf8[at]) ? char.ToUpperInvariant((char)utf8[at]) : '_');
        }

        return plain.ToString();
    }
}
