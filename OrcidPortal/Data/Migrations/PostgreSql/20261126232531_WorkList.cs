using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrcidPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class WorkList : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RecordProblems_Code_RecordId",
                table: "RecordProblems");

            migrationBuilder.AddColumn<string>(
                name: "About",
                table: "RecordProblems",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "BulkFixId",
                table: "Corrections",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReplacedBy",
                table: "Corrections",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BulkFixes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Filter = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Field = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    Value = table.Column<string>(type: "text", nullable: true),
                    Vocabulary = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    Word = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Before = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AliveAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Total = table.Column<int>(type: "integer", nullable: true),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    Changed = table.Column<int>(type: "integer", nullable: false),
                    Healed = table.Column<int>(type: "integer", nullable: false),
                    Additions = table.Column<int>(type: "integer", nullable: false),
                    Updates = table.Column<int>(type: "integer", nullable: false),
                    Notices = table.Column<int>(type: "integer", nullable: false),
                    Waiting = table.Column<int>(type: "integer", nullable: false),
                    TriedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AppliedBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    AppliedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    UndoneBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    UndoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Failure = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkFixes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RecordsToFix",
                columns: table => new
                {
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    SortTitle = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Source = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordsToFix", x => x.RecordId);
                    table.ForeignKey(
                        name: "FK_RecordsToFix_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BulkFixLines",
                columns: table => new
                {
                    BulkFixId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Before = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    After = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ProblemsLeft = table.Column<int>(type: "integer", nullable: false),
                    Message = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkFixLines", x => new { x.BulkFixId, x.RecordId });
                    table.ForeignKey(
                        name: "FK_BulkFixLines_BulkFixes_BulkFixId",
                        column: x => x.BulkFixId,
                        principalTable: "BulkFixes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_BulkFixLines_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RecordProblems_Code_About_RecordId",
                table: "RecordProblems",
                columns: new[] { "Code", "About", "RecordId" });

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_BulkFixId_RecordId",
                table: "Corrections",
                columns: new[] { "BulkFixId", "RecordId" });

            migrationBuilder.CreateIndex(
                name: "IX_BulkFixes_CreatedAt_Id",
                table: "BulkFixes",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_BulkFixes_State",
                table: "BulkFixes",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_BulkFixLines_BulkFixId_Outcome_RecordId",
                table: "BulkFixLines",
                columns: new[] { "BulkFixId", "Outcome", "RecordId" });

            migrationBuilder.CreateIndex(
                name: "IX_BulkFixLines_RecordId",
                table: "BulkFixLines",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_RecordsToFix_Since_RecordId",
                table: "RecordsToFix",
                columns: new[] { "Since", "RecordId" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordsToFix_SortTitle_RecordId",
                table: "RecordsToFix",
                columns: new[] { "SortTitle", "RecordId" });

            migrationBuilder.Sql("""
                INSERT INTO "RecordsToFix" ("RecordId", "Kind", "SortTitle", "Source", "Since")
                SELECT r."Id", r."Kind", r."SortTitle",
                    COALESCE((SELECT MIN(CASE WHEN s."Source" LIKE 'file:bibtex:%' THEN 'file:bibtex' WHEN s."Source" LIKE 'file:csl-json:%' THEN 'file:csl-json' WHEN s."Source" LIKE 'api:%' THEN 'api' ELSE 'dspace' END)
                        FROM "SourceEntries" s WHERE s."RecordId" = r."Id"), ''),
                    MIN(i."StateSince")
                FROM "SyncItems" i JOIN "Records" r ON r."Id" = i."RecordId"
                WHERE i."State" = 'NeedsFix'
                GROUP BY r."Id", r."Kind", r."SortTitle"
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BulkFixLines");

            migrationBuilder.DropTable(
                name: "RecordsToFix");

            migrationBuilder.DropTable(
                name: "BulkFixes");

            migrationBuilder.DropIndex(
                name: "IX_RecordProblems_Code_About_RecordId",
                table: "RecordProblems");

            migrationBuilder.DropIndex(
                name: "IX_Corrections_BulkFixId_RecordId",
                table: "Corrections");

            migrationBuilder.DropColumn(
                name: "About",
                table: "RecordProblems");

            migrationBuilder.DropColumn(
                name: "BulkFixId",
                table: "Corrections");

            migrationBuilder.DropColumn(
                name: "ReplacedBy",
                table: "Corrections");

            migrationBuilder.CreateIndex(
                name: "IX_RecordProblems_Code_RecordId",
                table: "RecordProblems",
                columns: new[] { "Code", "RecordId" });
        }
    }
}
