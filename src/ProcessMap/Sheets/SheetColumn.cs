using System.Globalization;
using Pupitre.Kernel;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>A column of a sheet, declared once: its title, and the property that it fills.</summary>
/// <param name="Title">Key of its title in the texts.</param>
/// <param name="Property">Property of what the row says, by which a broken rule finds its column.</param>
public abstract record SheetColumn(string Title, string Property)
{
    /// <summary>The languages in which titles and words are understood, whoever reads.</summary>
    public static readonly IReadOnlyList<CultureInfo> Languages = [CultureInfo.GetCultureInfo("fr"), CultureInfo.GetCultureInfo("en")];

    /// <summary>In the reader's language.</summary>
    public string Name => SheetCells.WordOf(Title);

    /// <summary>Titles that it had before, or has in other lists: files that left under them still come back.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>Whether it says which row here is meant, and nothing about it: a map for another company leaves without.</summary>
    public bool IsKey { get; init; }

    public bool IsCalled(string title) => Languages.Select(language => SheetCells.Find(Title, language)!).Concat(Before)
        .Any(name => name.Folded() == title.Folded());
}

/// <summary>A column of rows that say a <typeparamref name="T"/>.</summary>
/// <param name="Write">The value as it leaves.</param>
/// <param name="Read">Takes a cell over; what is wrong with it, or null.</param>
public sealed record SheetColumn<T>(string Title, string Property, Func<T, object?> Write, Func<T, string, string?> Read)
    : SheetColumn(Title, Property)
{
    /// <summary>The value as text that compares: alike for two rows that say the same.</summary>
    public string Said(T row) => Write(row) is decimal amount
        ? amount.ToString("0.####", CultureInfo.InvariantCulture)
        : Convert.ToString(Write(row), CultureInfo.InvariantCulture) ?? "";

    /// <summary>The value as the reader writes it.</summary>
    public string Shown(T row) => Write(row) is decimal amount
        ? amount.ToString("#,0.####", CultureInfo.CurrentCulture)
        : Convert.ToString(Write(row), CultureInfo.CurrentCulture) ?? "";
}

/// <summary>The kinds of columns.</summary>
internal static class Column<T>
{
    public static SheetColumn<T> Words(string title, string property, Func<T, string?> get, Action<T, string?> set) =>
        new(title, property, get, (row, cell) =>
        {
            set(row, cell.Length == 0 ? null : cell);
            return null;
        });

    /// <summary>The key of what the row is; who reads the rows looks it up.</summary>
    public static SheetColumn<T> Key(string title, string property, Func<T, Guid> get) =>
        new(title, property, row => get(row) == Guid.Empty ? null : get(row).ToString(), (_, _) => null) { IsKey = true };

    public static SheetColumn<T> Number(string title, string property, Func<T, int?> get, Action<T, int?> set) =>
        new(title, property, row => get(row), (row, cell) =>
        {
            var isRead = SheetCells.TryWhole(cell, out var number);
            set(row, number);
            return isRead ? null : Texts.Sheet_NotWhole.With(SheetCells.Shown(cell));
        });

    public static SheetColumn<T> Amount(string title, string property, Func<T, decimal?> get, Action<T, decimal?> set) =>
        new(title, property, row => get(row), (row, cell) =>
        {
            var isRead = SheetCells.TryAmount(cell, out var amount);
            set(row, amount);
            return isRead ? null : Texts.Sheet_NotANumber.With(SheetCells.Shown(cell));
        });

    /// <summary>A figure, or the word for unknown, which is a value of its own.</summary>
    public static SheetColumn<T> Known(
        string title, string property, Func<T, (decimal? Value, bool IsUnknown)> get, Action<T, (decimal?, bool)> set) =>
        new(title, property, row => get(row) is { IsUnknown: true } ? Texts.Process_Unknown : get(row).Value, (row, cell) =>
        {
            var isUnknown = SheetCells.Is(cell, nameof(Texts.Process_Unknown));
            var amount = default(decimal?);
            var isRead = isUnknown || SheetCells.TryAmount(cell, out amount);
            set(row, (amount, isUnknown));
            return isRead ? null : Texts.Sheet_NotANumberOrUnknown.With(SheetCells.Shown(cell), Texts.Process_Unknown);
        });

    /// <summary>One of the words of a list; an empty cell leaves what stands there.</summary>
    /// <param name="textOf">Key in the texts of the word of a value.</param>
    public static SheetColumn<T> Choice<TValue>(
        string title, string property, Func<TValue, string> textOf, Func<T, TValue?> get, Action<T, TValue> set)
        where TValue : struct, Enum =>
        new(title, property, row => get(row) is { } value ? SheetCells.WordOf(textOf(value)) : null, (row, cell) =>
        {
            if (cell.Length == 0)
            {
                return null;
            }

            foreach (var value in Enum.GetValues<TValue>())
            {
                if (SheetCells.Is(cell, textOf(value)) || string.Equals(cell, value.ToString(), StringComparison.OrdinalIgnoreCase))
                {
                    set(row, value);
                    return null;
                }
            }

            var words = Enum.GetValues<TValue>().Select(value => SheetCells.WordOf(textOf(value)));
            return Texts.Sheet_NotAChoice.With(SheetCells.Shown(cell), string.Join(", ", words));
        });
}
