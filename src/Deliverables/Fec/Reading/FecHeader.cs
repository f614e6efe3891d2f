using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;

namespace Pupitre.Deliverables.Fec;

/// <summary>The header of a flat file: what its fields are.</summary>
/// <param name="Separator">The byte between two fields.</param>
/// <param name="Fields">What each field of a line is; null for a column that the law does not name.</param>
/// <param name="Unknown">Names that the law does not know, or that occur twice, as written.</param>
/// <param name="HasTrailingSeparator">Whether the last separator ends the line: an imaginary column.</param>
internal sealed record FecHeader(byte Separator, ImmutableArray<FecColumn?> Fields, ImmutableArray<string> Unknown, bool HasTrailingSeparator)
{
    /// <summary>Rule TCD-04.</summary>
    public const int FewestNames = 9;

    private const int MostUnknownLength = 60;

    public bool Has(FecColumn column) => Fields.Contains(column);

    /// <summary>Montant and Sens instead of Debit and Credit.</summary>
    public bool HasDirection => (Has(FecColumn.Montant) || Has(FecColumn.Sens)) && !(Has(FecColumn.Debit) && Has(FecColumn.Credit));

    public FecRegime Regime => Has(FecColumn.IdClient) ? FecRegime.ProfessionCash
        : Has(FecColumn.DateRglt) || Has(FecColumn.ModeRglt) || Has(FecColumn.NatOp) ? FecRegime.FarmCash
        : FecRegime.Commercial;

    /// <summary>Reads a first line; null when rule TCD-04 refuses it.</summary>
    public static FecHeader? Parse(ReadOnlySpan<byte> line)
    {
        foreach (var separator in "\t|"u8)
        {
            var end = line.TrimEnd(separator == (byte)'|' ? "| \t"u8 : "\t "u8);
            if (end.Count(separator) + 1 >= FewestNames)
            {
                return Read(line, separator);
            }
        }

        return null;
    }

    private static FecHeader Read(ReadOnlySpan<byte> line, byte separator)
    {
        var fields = new List<FecColumn?>();
        var unknown = new List<string>();
        var names = new List<string>();
        foreach (var range in line.Split(separator))
        {
            names.Add(Blanks.Trim(line[range], separator) is var name && Utf8.IsValid(name) ? Encoding.UTF8.GetString(name) : Encoding.Latin1.GetString(name));
        }

        var isTrailing = names[^1].Length == 0;
        foreach (var name in names)
        {
            FecColumn? column = Enum.TryParse<FecColumn>(Plain(name), ignoreCase: true, out var known) && char.IsAsciiLetter(name[0]) ? known : null;
            column = column is { } twice && fields.Contains(twice) ? null : column;
            fields.Add(column);
            unknown.AddRange(column is null && !(isTrailing && fields.Count == names.Count) ? [name.Length > MostUnknownLength ? name[..MostUnknownLength] : name] : []);
        }

        return WithoutUnusedDirection(new(separator, [.. fields], [.. unknown], isTrailing));
    }

    /// <summary>Beside Debit and Credit, Montant and Sens are extra columns.</summary>
    private static FecHeader WithoutUnusedDirection(FecHeader header)
    {
        if (header.HasDirection)
        {
            return header;
        }

        var extra = header.Fields.Where(field => field is FecColumn.Montant or FecColumn.Sens).Select(field => field.ToString()!);
        return header with
        {
            Unknown = [.. header.Unknown, .. extra],
            Fields = [.. header.Fields.Select(field => field is FecColumn.Montant or FecColumn.Sens ? null : field)],
        };
    }

    /// <summary>Rule TCD-05: case does not count, é and è are e, other signs are <c>_</c>.</summary>
    private static string Plain(string name) => string.Concat(name.Select(letter => letter switch
    {
        'é' or 'è' or 'É' or 'È' => 'e',
        _ when char.IsAsciiLetterOrDigit(letter) => letter,
        _ => '_',
    }));
}
