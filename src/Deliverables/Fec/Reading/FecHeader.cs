using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;

namespace Pupitre.Deliverables.Fec;

/// <summary>The header of a file: what its fields are.</summary>
/// <param name="Separator">The byte between two fields.</param>
/// <param name="Fields">What each field of a line is; null for a column that the law does not name, or not in this regime.</param>
/// <param name="Unknown">Names that the law does not know in this regime, or that occur twice, as written.</param>
/// <param name="HasTrailingSeparator">Whether separators end the line: an imaginary column.</param>
/// <param name="Regime">Which columns the law asks for, told by those that are there.</param>
internal sealed record FecHeader(byte Separator, ImmutableArray<FecColumn?> Fields, ImmutableArray<string> Unknown, bool HasTrailingSeparator, FecRegime Regime)
{
    /// <summary>Rule TCD-04.</summary>
    public const int FewestNames = 9;

    /// <summary>From this closing on, tabulation and bar are the only separators, and what is missing counts.</summary>
    public const int FirstStrictYear = 2013;

    private const int MostUnknownLength = 60;

    private static readonly FrozenDictionary<string, FecColumn> _known = HeaderNames.Columns();

    /// <summary>Whether unknown columns share a name or have none: the tax office's tool then ends without a report.</summary>
    public bool HasNameless { get; private init; }

    /// <summary>Whether a first column Sens is followed by another one, which alone says the side; the first is then taken for an amount.</summary>
    public bool HasTwoSides { get; private init; }

    /// <summary>Montant and Sens instead of Debit and Credit.</summary>
    public bool HasDirection => (Has(FecColumn.Montant) || Has(FecColumn.Sens)) && !(Has(FecColumn.Debit) && Has(FecColumn.Credit));

    /// <summary>Whether the tax office's tool turns Montant and Sens into Debit and Credit: neither is the first column.</summary>
    public bool IsConverted => Fields.IndexOf(FecColumn.Montant) > 0 && Fields.IndexOf(FecColumn.Sens) > 0;

    public bool Has(FecColumn column) => Fields.Contains(column);

    /// <summary>Reads a first line; null when rule TCD-04 refuses it.</summary>
    public static FecHeader? Parse(ReadOnlySpan<byte> line, int closingYear)
    {
        foreach (var separator in closingYear < FirstStrictYear ? "\t|,;"u8 : "\t|"u8)
        {
            if (line.TrimEnd(separator).Count(separator) + 1 >= FewestNames)
            {
                return Read(line, separator);
            }
        }

        return null;
    }

    /// <summary>The header of an XML file: its fields are those of its schema.</summary>
    public static FecHeader OfXml(ImmutableArray<FecColumn> columns, FecRegime regime) =>
        new((byte)'|', [.. columns.Select(column => (FecColumn?)column)], [], HasTrailingSeparator: false, regime);

    private static FecHeader Read(ReadOnlySpan<byte> line, byte separator)
    {
        var names = new List<byte[]>();
        foreach (var range in line.Split(separator))
        {
            var name = line[range].TrimEnd((byte)' ');
            names.Add((names.Count > 0 ? name.TrimStart((byte)' ') : name).ToArray());
        }

        var isTrailing = names[^1].Length == 0;
        while (names is [.., { Length: 0 }])
        {
            names.RemoveAt(names.Count - 1);
        }

        return Of(separator, names, isTrailing);
    }

    private static FecHeader Of(byte separator, List<byte[]> names, bool isTrailing)
    {
        var plain = names.ConvertAll(HeaderNames.Plain);
        var fields = new FecColumn?[names.Count + (isTrailing ? 1 : 0)];
        for (var at = 0; at < names.Count; at++)
        {
            if (_known.TryGetValue(plain[at], out var column) && (column is FecColumn.Montant or FecColumn.Sens || !fields.Contains(column)))
            {
                // Of several Montant or Sens the last one counts.
                Forget(fields, column);
                fields[at] = column;
            }
        }

        var regime = RegimeOf(fields);
        FecColumn?[] named = [.. fields];
        var last = LegalColumns.LastOf(regime);
        for (var column = last + 1; column <= FecColumn.IdClient; column++)
        {
            Forget(fields, column);
        }

        var unknown = Enumerable.Range(0, names.Count).Where(at => fields[at] is null && !HeaderNames.IsIdle(plain[at])).ToList();
        return new(separator, [.. fields], [.. unknown.Select(at => Written(names[at]))], isTrailing, regime)
        {
            HasNameless = unknown.Exists(at => plain[at].Length == 0) || unknown.DistinctBy(at => named[at]?.ToString() ?? plain[at]).Count() < unknown.Count,
            HasTwoSides = plain.Count(name => name == "SENS") > 1,
        };
    }

    private static void Forget(FecColumn?[] fields, FecColumn column)
    {
        if (Array.IndexOf(fields, column) is var at and >= 0)
        {
            fields[at] = null;
        }
    }

    /// <summary>One column of a cash basis does not make a file of that basis: the payment must be dated and told.</summary>
    private static FecRegime RegimeOf(FecColumn?[] fields) =>
        !fields.Contains(FecColumn.DateRglt) || !fields.Contains(FecColumn.ModeRglt) ? FecRegime.Commercial
        : fields.Contains(FecColumn.IdClient) ? FecRegime.ProfessionCash
        : FecRegime.FarmCash;

    private static string Written(byte[] bytes)
    {
        var name = Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
        return name.Length > MostUnknownLength ? name[..MostUnknownLength] : name;
    }
}
