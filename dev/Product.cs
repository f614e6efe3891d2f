using System.Globalization;

namespace Pupitre.Dev;

/// <summary>Runs, packages and migrates the product.</summary>
internal static class Product
{
    public static readonly string[] Databases = ["Sqlite", "Postgres"];

    /// <summary>One build for running, testing and measuring: code that is never optimised makes the tests a third slower.</summary>
    public static readonly string[] Optimised = ["-c", "Release"];

    /// <summary>Options of every build: one compiler for all projects, also where the environment wants one for each.</summary>
    public static readonly string[] Built = ["-v", "q", "-p:UseSharedCompilation=true", .. Optimised];

    private static readonly string[] _runtimes = ["linux-x64", "win-x64"];

    public static int Run(string command, string[] rest)
    {
        Needs.Node();
        Shell.Must("build (the first one takes a minute or two)", "dotnet", ["build", "src/App", .. Built]);
        return Shell.Attached("dotnet", ["run", "--project", "src/App", "--no-build", .. Optimised, "--", command, .. rest]);
    }

    /// <summary>Serves, and takes over what is changed while it does; analyzers wait for <c>dotnet dev.cs test</c>.</summary>
    public static int Watch(string[] rest)
    {
        Needs.Node();
        return Shell.Attached("dotnet", ["watch", "--project", "src/App", "--non-interactive", "run", "--property", "RunAnalyzers=false", "--", "serve", .. rest]);
    }

    public static int Migration(string name)
    {
        Shell.Must("tools", "dotnet", ["tool", "restore"]);
        Shell.Must("build", "dotnet", ["build", "src/App", .. Built]);
        foreach (var database in Databases)
        {
            Shell.Must(database, "dotnet", ["ef", "migrations", "add", name, "--no-build", "--configuration", "Release", "--project", $"src/Migrations.{database}",
                "--startup-project", "src/App", "--output-dir", "Migrations", "--", database.ToLowerInvariant()]);
        }

        return 0;
    }

    public static int Package()
    {
        Needs.Node();
        foreach (var runtime in _runtimes)
        {
            var folder = Path.Combine("artifacts", runtime);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Shell.Must("package " + runtime, "dotnet", ["publish", "src/App", "-c", "Release", "-r", runtime, "--self-contained", "-p:PublishSingleFile=true", "-o", folder, "-v", "q"]);
            var program = new FileInfo(Path.Combine(folder, runtime.StartsWith("win", StringComparison.Ordinal) ? "pupitre.exe" : "pupitre"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   {Path.Combine(folder, program.Name)} {program.Length / 1e6:0} MB"));
        }

        return OperatingSystem.IsLinux() ? Tests.Packaged() : 0;
    }
}
