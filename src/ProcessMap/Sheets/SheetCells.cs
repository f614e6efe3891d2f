using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>Reads single cells, as spreadsheets of either language write them.</summary>
internal static class SheetCells
{
    private const int MostShown = 40;
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static string Shown(string cell) => cell.CutShort(MostShown);

    /// <summary>Whether a cell is a text of the program, in either language.</summary>
    public static bool Is(string cell, string key) => cell.Length > 0
        && SheetColumn.Languages.Any(language => Find(key, language)?.Folded() == cell.Folded());

    public static string WordOf(string key) => Find(key, CultureInfo.CurrentUICulture)!;

    /// <summary>A text of the sheets, or else of the map.</summary>
    public static string? Find(string key, CultureInfo language) =>
        Texts.ResourceManager.GetString(key, language) ?? MapTexts.Find(key, language);

    /// <summary>An empty cell is no number, and read as that; false for anything that is none.</summary>
    public static bool TryAmount(string cell, out decimal? amount)
    {
        amount = null;
        var text = string.Concat(cell.Where(letter => letter is not (' ' or '\u00a0' or '\u202f'))).Replace(',', '.');
        if (text.Length == 0)
        {
            return true;
        }

        var isRead = decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var read);
        amount = isRead ? read : null;
        return isRead;
    }

    public static bool TryWhole(string cell, out int? number)
    {
        var isRead = TryAmount(cell, out var amount)
            && (amount is null || (amount == decimal.Truncate(amount.Value) && decimal.Abs(amount.Value) <= int.MaxValue));
        number = isRead ? (int?)amount : null;
        return isRead;
    }

    public static string? ReadSensitive(ProcessInput process, string cell)
    {
        var all = SensitiveData.None;
        foreach (var word in cell.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var found = Enum.GetValues<SensitiveData>().Where(kind => kind != SensitiveData.None && IsKind(word, kind)).ToList();
            if (found is not [var one, ..])
            {
                return Texts.Sheet_NotAChoice.With(
                    Shown(word), string.Join(", ", ProcessWords.SensitiveKinds.Select(choice => choice.Text)));
            }

            all |= one;
        }

        process.Sensitive = all;
        return null;
    }

    private static bool IsKind(string word, SensitiveData kind) =>
        Is(word, "Sensitive_" + kind) || string.Equals(word, kind.ToString(), StringComparison.OrdinalIgnoreCase);
}
