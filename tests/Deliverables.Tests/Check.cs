using System.Text;
using Pupitre.Deliverables.Fec;

namespace Pupitre.Deliverables.Tests;

/// <summary>Checks files that a test wrote.</summary>
internal static class Check
{
    public const string Name = "123456782FEC20221231.txt";

    public static FecReport File(FecFile file, FecOptions? options = null, FecFile? previous = null) =>
        CheckFec.Run(file, options, previous, TestContext.Current.CancellationToken);

    public static FecReport Bytes(byte[] bytes, FecOptions? options = null, string name = Name) => File(Of(bytes, name), options);

    public static FecReport Text(string text, FecOptions? options = null, string name = Name) => Bytes(Encoding.UTF8.GetBytes(text), options, name);

    public static FecFile Of(byte[] bytes, string name = Name) => FecFile.Of(name, () => new MemoryStream(bytes));
}
