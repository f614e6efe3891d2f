using System.Text;
using Pupitre.Deliverables.Fec;

namespace Pupitre.Deliverables.Tests.Files;

/// <summary>A file while it is written: what a test may break before it is checked.</summary>
internal sealed class FecDraft
{
    public string Name { get; set; } = ValidFec.Name;

    public List<string> Header { get; } = [.. ValidFec.Header];

    public List<string[]> Rows { get; } = [];

    public string Separator { get; set; } = "\t";

    public string LineEnd { get; set; } = "\n";

    public FecOptions Options { get; set; } = new() { Siren = ValidFec.Siren };

    public FecDraft? Previous { get; set; }

    /// <summary>Replaces the whole text, when set.</summary>
    public Func<FecDraft, string>? Whole { get; set; }

    /// <summary>A valid file of about so many lines.</summary>
    public static FecDraft Valid(int lines = 300)
    {
        var draft = new FecDraft();
        draft.Rows.AddRange(ValidFec.Rows(lines));
        return draft;
    }

    /// <summary>The place of a column among the legal ones.</summary>
    public static int At(string column) => Array.IndexOf(ValidFec.Header, column);

    /// <summary>The first row of an account.</summary>
    public string[] Row(string account) => Rows.First(row => row[At("CompteNum")] == account);

    /// <summary>The rows of one entry.</summary>
    public List<string[]> Entry(string journal, int number) =>
        Rows.FindAll(row => row[0] == journal && row[2] == number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public int LastNumber(string journal) => Rows.Where(row => row[0] == journal).Max(row => int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture));

    public string Text()
    {
        if (Whole is not null)
        {
            return Whole(this);
        }

        var text = new StringBuilder();
        text.Append(string.Join(Separator, Header)).Append(LineEnd);
        foreach (var row in Rows)
        {
            text.Append(string.Join(Separator, row)).Append(LineEnd);
        }

        return text.ToString();
    }

    public byte[] Bytes() => Encoding.UTF8.GetBytes(Text());

    public FecFile File()
    {
        var bytes = Bytes();
        return FecFile.Of(Name, () => new MemoryStream(bytes));
    }

    /// <summary>Writes a valid file of any size without holding it.</summary>
    public static void Write(Stream stream, int lines)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(string.Join('\t', ValidFec.Header));
        foreach (var row in ValidFec.Rows(lines))
        {
            writer.WriteLine(string.Join('\t', row));
        }
    }
}
