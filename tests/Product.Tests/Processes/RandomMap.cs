using System.Globalization;
using CsCheck;
using Pupitre.Gathering.Exports;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Links;
using Pupitre.Processes.Rekeyings;
using Pupitre.Processes.Roles;
using Pupitre.Processes.Tools;
using Pupitre.ProcessMap.Sheets;

namespace Pupitre.Product.Tests.Processes;

/// <summary>
/// Any map, as the rows of a workbook in French: names that look like formulas or markup, figures that are unknown, circles of links.
/// </summary>
internal sealed class RandomMap
{
    public static readonly Gen<RandomMap> Any =
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[1, 6], (seed, size) => new RandomMap(new Random(seed), size));

    private static readonly string[] _persons = ["Ana", "Bob Œuvrard", "Chloé <c>", "=D&nis"];
    private static readonly string[] _tools = ["Silae", "Tableur \"partagé\"", "+Banque"];

    private readonly Random _random;
    private readonly Dictionary<SheetKind, List<object?[]>> _rows = SheetKinds.All.ToDictionary(kind => kind, _ => new List<object?[]>());
    private readonly string[] _names;

    private RandomMap(Random random, int size)
    {
        _random = random;
        _names = [.. Enumerable.Range(0, size).Select(at => Text("P" + at)!)];
        foreach (var name in _names)
        {
            Process(name);
            Parts(name);
            Links(name);
            Rekeyings(name);
        }

        _rows[SheetKinds.Tools].AddRange(_tools.Select(tool =>
            new object?[] { tool, Word<ToolKind>("ToolKind_"), Text("éditeur"), Text("admin"), Text("données"), Text("pays") }));
    }

    public IEnumerable<string> Rows(SheetKind kind) => _rows[kind].Select(Line);

    public async Task<byte[]> WriteAsync()
    {
        using var file = new MemoryStream();
        await new WorkbookExport("carte", [.. SheetKinds.All.Select(kind => new ExportSheet(kind.Name, new TableExport(
            kind.Slug, [.. kind.Columns.Where(column => !column.IsKey).Select(column => column.Name)], _rows[kind])))])
            .WriteAsync(file, CancellationToken.None);
        return file.ToArray();
    }

    /// <summary>A row as text that compares.</summary>
    public static string Line(IReadOnlyList<object?> row) => string.Join('|', row.Select(value => value is decimal amount
        ? amount.ToString("0.####", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture)));

    private void Process(string name)
    {
        var (pilot, deputy) = (OrNothing(() => _persons[_random.Next(2)]), OrNothing(() => _persons[2 + _random.Next(2)]));
        object?[] process =
        [
            name, Word<Domain>("Domain_"), pilot, deputy, Number(1_000_000), Word<VolumePer>("VolumePer_"), Number(900),
            Word<Criticality>("Criticality_"), Text("À quoi\nligne"), Text("t"), Text("r"), Text("c"), Text("l"),
            OrNothing(() => string.Join(' ', Enumerable.Range(0, 12).Select(month => 50 + month))),
            Amount(500), Known(100), Known(9_000), ProcessWords.Listed((SensitiveData)_random.Next(16)),
        ];
        var steps = _random.Next(5);
        for (var at = 0; at < Math.Max(1, steps); at++)
        {
            object?[] step = at < steps
                ? [Text("E" + at), Text("rôle"), OrNothing(Tool), Number(90), Number(48), 1 + _random.Next(100), Documents(), Documents()]
                : new object?[8];
            _rows[SheetKinds.Processes].Add([.. at == 0 ? process : [name, .. new object?[process.Length - 1]], .. step]);
        }
    }

    private void Parts(string name)
    {
        foreach (var person in _persons)
        {
            _rows[SheetKinds.Roles].AddRange(Enum.GetValues<Duty>().Where(_ => _random.Next(4) == 0)
                .Select(duty => new object?[] { name, PartColumns.WordOf(PartColumns.RoleOf(duty)), person, null }));
            if (_random.Next(3) == 0)
            {
                _rows[SheetKinds.KnowHow].Add([name, person, null, Word<KnowHowLevel>("KnowHow_")]);
            }
        }
    }

    private void Links(string name) => _rows[SheetKinds.Links].AddRange(_names.Where(other => other != name && _random.Next(3) == 0)
        .Select(other => new object?[] { name, other, Word<LinkKind>("LinkKind_"), Text("x"), Number(300) }));

    private void Rekeyings(string name)
    {
        for (var at = 0; at < _random.Next(3); at++)
        {
            var from = _random.Next(_tools.Length);
            _rows[SheetKinds.Rekeyings].Add(
            [
                name, _tools[from], _tools[(from + 1) % _tools.Length], Text("champ" + at), Number(900), Text("fonction"),
                OrNothing(() => _persons[_random.Next(_persons.Length)]), Word<Automation>("Automation_"),
            ]);
        }
    }

    // Always something where it begins with a number's letter; else perhaps nothing.
    private string? Text(string start)
    {
        const string Signs = "aé='\"<&;+-@ Œ\t’";
        var text = start + new string([.. Enumerable.Range(0, _random.Next(12)).Select(_ => Signs[_random.Next(Signs.Length)])]).TrimEnd();
        return start.Any(char.IsDigit) || start == "x" || _random.Next(3) > 0 ? text : null;
    }

    private string Tool() => _tools[_random.Next(_tools.Length)];

    private string? Documents() =>
        OrNothing(() => string.Join("; ", Enumerable.Range(0, 1 + _random.Next(3)).Select(at => "bon <" + at + ">")));

    private object? Known(int most) => _random.Next(3) == 0 ? Texts.Process_Unknown : (object?)Amount(most);

    private decimal? Amount(int most) => _random.Next(3) == 0 ? null : decimal.Round((decimal)_random.NextDouble() * most, 2);

    private int? Number(int most) => _random.Next(3) == 0 ? null : _random.Next(most);

    private string? OrNothing(Func<string> one) => _random.Next(3) == 0 ? null : one();

    private string Word<T>(string prefix)
        where T : struct, Enum => SheetCells.WordOf(prefix + Enum.GetValues<T>()[_random.Next(Enum.GetValues<T>().Length)]);
}
