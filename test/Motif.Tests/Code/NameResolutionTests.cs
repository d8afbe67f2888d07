using System.Text;
using Motif.Code;
using Motif.Code.CSharp;
using Motif.Code.Python.Facts;
using Motif.Code.TypeScript.Facts;

namespace Motif.Tests.Code;

/// <summary>What a name of one file means in the others.</summary>
public sealed class NameResolutionTests
{
    [Theory]
    [InlineData("namespace Reports { class Html : Report { } }")]
    [InlineData("namespace Reports.Web { class Html : Report { } }")]
    [InlineData("using Reports; namespace Site; class Html : Report { }")]
    [InlineData("using R = Reports.Report; namespace Site; class Html : R { }")]
    [InlineData("namespace Site; class Html : Reports.Report { }")]
    public void A_base_is_found_in_a_file_that_is_named_after_it(string heir)
    {
        var project = Project(
            ("Report.cs", "namespace Reports { abstract class Report { } }"),
            ("Html.cs", heir)
        );
        BasesOf(project, "Html").ShouldBe(["Reports.Report"]);
    }

    [Fact]
    public void Of_two_classes_of_one_name_the_one_in_the_nearer_namespace_is_meant()
    {
        var project = Project(
            ("a/Shape.cs", "namespace App { class Shape { } }"),
            ("b/Shape.cs", "namespace App.Drawing { class Shape { } }"),
            ("b/Circle.cs", "namespace App.Drawing { class Circle : Shape { } }"),
            ("a/Square.cs", "namespace App { class Square : Shape { } }")
        );
        BasesOf(project, "Circle").ShouldBe(["App.Drawing.Shape"]);
        BasesOf(project, "Square").ShouldBe(["App.Shape"]);
    }

    [Theory]
    [InlineData("App", "shop/Orders.cs", true)]
    [InlineData("App", "shop/sub/Orders.cs", true)]
    [InlineData("App", "other/Orders.cs", false)]
    public void A_global_using_holds_for_the_files_of_its_project(
        string imported,
        string path,
        bool isFound
    )
    {
        var project = Project(
            ("lib/Entity.cs", "namespace App; class Entity { }"),
            ("shop/Properties/Usings.cs", $"global using {imported};"),
            (path, "namespace Shop; class Order : Entity { }")
        );
        BasesOf(project, "Order").Count.ShouldBe(isFound ? 1 : 0);
    }

    [Fact]
    public void A_class_is_found_through_indexes_of_folders_that_bring_each_other()
    {
        var project = Project(
            ("src/types/index.ts", "export * from './Paragraph';\nexport * from './Paint';"),
            ("src/types/Paint.ts", "export * from './index';"),
            ("src/types/Paragraph/index.ts", "export * from './ParagraphBuilder';"),
            (
                "src/types/Paragraph/ParagraphBuilder.ts",
                "export interface Builder { build(): void }"
            ),
            (
                "src/web.ts",
                "import { Builder } from './types';\nexport class Web implements Builder { build() {} }"
            )
        );
        BasesOf(project, "Web").ShouldBe(["src.types.Paragraph.ParagraphBuilder.Builder"]);
    }

    [Fact]
    public void A_class_that_no_using_makes_visible_stays_external()
    {
        var project = Project(
            ("Gate.cs", "namespace Ours.Gates; class Gate { }"),
            ("Door.cs", "using Theirs; namespace Doors; class Door : Gate { }")
        );
        BasesOf(project, "Door").ShouldBeEmpty();
        Class(project, "Door").Class!.ExternalBases.ShouldBe(["Gate"]);
    }

    [Fact]
    public void Parts_of_a_partial_class_are_one_in_whatever_file_they_stand()
    {
        var project = Project(
            ("A.cs", "partial class Hub { int _count; void Add() { _count++; } }"),
            ("B.cs", "partial class Hub : Base { void Clear() { _count = 0; } } class Base { }")
        );
        var hub = Class(project, "Hub").Class!;
        hub.Methods.Select(m => m.Name).ShouldBe(["Add", "Clear"]);
        hub.Bases.ShouldHaveSingleItem();
        hub.Shape.Stores.ShouldContain(s => s.Attribute == "_count" && s.In.Name == "Clear");
        project.Files[1].Classes[0].IsFurtherPart.ShouldBeTrue();
    }

    [Fact]
    public void Classes_of_one_name_that_are_not_partial_stay_apart()
    {
        var project = Project(
            ("Result.cs", "class Result { void Fail() { } }"),
            ("ResultOf.cs", "class Result<T> { T Value() => default; }")
        );
        Class(project, "Result").Class!.Methods.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_bare_name_that_another_file_declares_is_a_member_of_the_own_object()
    {
        var project = Project(
            ("Report.cs", "class Report { protected int size; protected void Header() { } }"),
            ("Html.cs", "class Html : Report { void Render() { Header(); size = 1; } }")
        );
        var render = Class(project, "Html").Class!.Methods.Single();
        render.Shape.SelfCalls.ShouldContain(c => c.Method == "Header");
        render.Shape.Stores.ShouldContain(s => s.Attribute == "size" && !s.IsOuter);
    }

    [Theory]
    [InlineData("from shop.models import Model\nclass Order(Model): pass\n")]
    [InlineData("from .models import Model\nclass Order(Model): pass\n")]
    [InlineData("import shop.models as m\nclass Order(m.Model): pass\n")]
    [InlineData("from shop import Model\nclass Order(Model): pass\n")]
    [InlineData("from shop.models import *\nclass Order(Model): pass\n")]
    public void A_python_base_is_found_by_its_import(string heir)
    {
        var project = Project(
            ("shop/__init__.py", "from .models import Model\n"),
            ("shop/models.py", "class Model: pass\n"),
            ("shop/orders.py", heir)
        );
        BasesOf(project, "Order").ShouldBe(["shop.models.Model"]);
    }

    [Theory]
    [InlineData("import threading\nclass Gate(threading.Lock): pass\n")]
    [InlineData("from django.db import models\nclass Gate(models.Lock): pass\n")]
    public void A_librarys_class_is_not_the_projects_class_of_that_name(string text)
    {
        var project = Project(
            ("net/__init__.py", ""),
            ("net/locks.py", "class Lock: pass\n"),
            ("net/gate.py", text)
        );
        BasesOf(project, "Gate").ShouldBeEmpty();
    }

    [Fact]
    public void A_script_sees_the_modules_of_its_own_folder()
    {
        var project = Project(
            ("tools/shapes.py", "class Shape: pass\n"),
            ("tools/draw.py", "from shapes import Shape\nclass Circle(Shape): pass\n")
        );
        BasesOf(project, "Circle").ShouldBe(["tools.shapes.Shape"]);
    }

    private static ProjectUnit Class(CodeProject project, string name) =>
        project.Files.SelectMany(f => f.Classes).First(c => c.Name == name);

    private static List<string> BasesOf(CodeProject project, string name) =>
        [.. Class(project, name).Class!.Bases.Select(b => b.Unit.Fact.FullName)];

    private static CodeProject Project(params (string Path, string Source)[] files) =>
        new([.. files.Select(f => Facts(files, f.Path, f.Source))]);

    private static CodeFacts Facts((string Path, string Source)[] files, string path, string source)
    {
        ISourceLanguage language = Path.GetExtension(path) switch
        {
            ".cs" => new CSharpLanguage(),
            ".ts" => new TypeScriptLanguage(),
            _ => new PythonLanguage(),
        };
        var module = language.ModuleName(
            path,
            folder => files.Any(f => f.Path == $"{folder}/__init__.py")
        );
        return language.Read(new SourceFile(path, Encoding.UTF8.GetBytes(source), module));
    }
}
