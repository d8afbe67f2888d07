using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Motif.Catalog;
using Motif.Code;
using Motif.Code.CSharp;
using Motif.Code.Python.Facts;
using Motif.Code.Rules;
using Motif.Code.Scanning;

namespace Motif;

/// <summary>
/// The ordered list of all parts of Motif, registered as singletons. A backend adds itself with its own <c>Use…</c>
/// method, such as <c>services.AddMotif().UseSqlite("motif.db")</c>.
/// </summary>
public sealed class MotifBuilder
{
    internal MotifBuilder(IServiceCollection services)
    {
        Services = services;
        services.TryAddSingleton(TimeProvider.System);
        AddCatalogue();
        AddCode();
        AddCodeRules();
    }

    public IServiceCollection Services { get; }

    private void AddCatalogue() =>
        Services
            .AddSingleton<Catalogue>()
            .AddSingleton<RelationGraph>()
            .AddSingleton<Ledger>()
            .AddSingleton<ExposureQueue>()
            .AddSingleton<PatternImport>()
            .AddSingleton<PatternExport>();

    private void AddCode()
    {
        // A file extension belongs to the first language that claims it.
        Services.AddSingleton<ISourceLanguage, CSharpLanguage>();
        Services.AddSingleton<ISourceLanguage, PythonLanguage>();
        Services.AddSingleton<CodeScanner>();
    }

    private void AddCodeRules()
    {
        Services.AddSingleton<ICodeRule, RetryRule>();
        Services.AddSingleton<ICodeRule, ContextManagerRule>();
        Services.AddSingleton<ICodeRule, FunctionDecoratorRule>();
        Services.AddSingleton<ICodeRule, MemoizeRule>();
        Services.AddSingleton<ICodeRule, LazyPropertyRule>();
        Services.AddSingleton<ICodeRule, SingletonRule>();
        Services.AddSingleton<ICodeRule, PrototypeRule>();
        Services.AddSingleton<CodeRules>();
    }
}

/// <summary>The door of the library.</summary>
public static class MotifServices
{
    /// <summary>Adds every part of the engine; a store has still to be chosen.</summary>
    public static MotifBuilder AddMotif(this IServiceCollection services) => new(services);
}
