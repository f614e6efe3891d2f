namespace Pupitre.Dev;

/// <summary>Says what each word after <c>dotnet dev.cs</c> does.</summary>
public static class Command
{
    /// <summary>Runs a command from anywhere inside the repository. What it needs beyond git and the .NET SDK it installs, or asks for by name.</summary>
    /// <returns>0 when it worked out, 1 when it did not, 2 when nobody knows the words.</returns>
    public static int Run(string[] words)
    {
        try
        {
            Directory.SetCurrentDirectory(Repository.Root);
            return words switch
            {
                ["run", .. var rest] => Product.Run("serve", rest),
                ["seed", .. var rest] => Product.Run("seed", rest),
                ["watch", .. var rest] => Product.Watch(rest),
                ["test"] => Tests.Everything(),
                ["test", "--fast"] => Tests.Fast(),
                ["test", var name] => Tests.Named(name, onPostgres: false),
                ["test", var name, "--postgres"] => Tests.Named(name, onPostgres: true),
                ["long", var name] => Tests.Long(name),
                ["bench", "compare", var commit, .. var rest] => Benches.Compare(commit, rest),
                ["bench", .. var rest] => Benches.Run(rest),
                ["findings", .. var names] => Findings.Run(names),
                ["migration", var name] => Product.Migration(name),
                ["package"] => Product.Package(),
                _ => Usage(),
            };
        }
        catch (StepFailed failure)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }

    private static int Usage()
    {
        Console.Error.WriteLine("""
            dotnet dev.cs run | seed | watch
            dotnet dev.cs test [--fast | NAME [--postgres]] | long NAME
            dotnet dev.cs bench [FILTER] | bench compare COMMIT [grid|log|fec|flows|start]...
            dotnet dev.cs migration NAME | package | findings [NAME]...
            """);
        return 2;
    }
}
