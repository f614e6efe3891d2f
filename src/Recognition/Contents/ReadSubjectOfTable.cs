namespace Pupitre.Recognition.Contents;

/// <summary>Reads whom a separated text is about: the lines of two or three cells that banks and offices write above the names of the columns.</summary>
internal static class ReadSubjectOfTable
{
    private const int MaxLines = 30;
    private const int MostCells = 3;

    public static ReadIdentities Of(string head)
    {
        var lines = head.Split('\n', MaxLines + 1).Take(MaxLines).ToList();
        var above = lines.TakeWhile(line => CellsOf(line).Count <= MostCells).Select(line => string.Join(" : ", CellsOf(line))).ToList();

        // Two columns and no head: those lines are the table itself.
        return above.Count == lines.Count ? ReadIdentities.None : ReadSubject.Of(string.Join('\n', above), isOfAuthority: false);
    }

    private static List<string> CellsOf(string line) => [.. line.Split(';', '\t', '|').Select(cell => cell.Trim(' ', '"', '\r')).Where(cell => cell.Length > 0)];
}
