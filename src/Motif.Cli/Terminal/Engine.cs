using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends;
using Motif.Backends.OpenAi;
using Motif.Catalog;
using Motif.Onnx;
using Motif.Storage;

namespace Motif.Cli.Terminal;

/// <summary>The engine with the database that a command works on.</summary>
internal sealed class Engine : IAsyncDisposable
{
    /// <summary>Whoever can open the database file may do everything with it.</summary>
    public static readonly Actor Operator = new("command line", IsAdministrator: true);

    private readonly ServiceProvider _services;

    private Engine(ServiceProvider services) => _services = services;

    /// <summary>Opens the database of the command line and brings its schema up to date.</summary>
    public static async Task<Engine> OpenAsync(
        ParseResult parsed,
        CancellationToken cancellationToken
    )
    {
        var engine = Create(parsed);
        try
        {
            await engine.Get<IMotifDatabase>().MigrateAsync(cancellationToken);
            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <summary>The engine without a look at its database.</summary>
    public static Engine Create(ParseResult parsed) =>
        Create(CommonOptions.DatabaseSetting(parsed));

    public static Engine Create(string database)
    {
        var services = new ServiceCollection();
        try
        {
            services
                .AddMotif()
                .UseDatabase(database)
                .UseLexicon(Environment.GetEnvironmentVariable(EmbeddingServices.LexiconVariable))
                .UseEmbeddings(Environment.GetEnvironmentVariable)
                .UseChat(Environment.GetEnvironmentVariable)
                .UseSentenceModel(Environment.GetEnvironmentVariable(SentenceModel.Variable))
                .UseVectors(
                    VectorSettings.FromEnvironment(Environment.GetEnvironmentVariable),
                    database
                );
        }
        catch (Exception exception) when (exception is ArgumentException or ValidationException)
        {
            throw new UsageException(exception.Message);
        }
        return new Engine(services.BuildServiceProvider());
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A part that is there only where the settings ask for it.</summary>
    public T? Find<T>()
        where T : class => _services.GetService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
